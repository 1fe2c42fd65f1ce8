"""Takes the logarithm of a softmax.

Where a probability underflows to 0 the entropy becomes NaN, and the loss with
it.

Lesson: rl/ppo#a-critic-beside-the-actor
"""

import torch


def actor_critic_loss(
    logits,
    values,
    next_values,
    actions,
    rewards,
    terminated,
    gamma,
    entropy_weight,
):
    targets = (rewards + gamma * (1 - terminated) * next_values).detach()
    advantages = targets - values.detach()
    logp = torch.softmax(logits, dim=1).log()
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).sum(dim=1).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
