"""Writes zeros into the caller's values.

`next_values` belongs to the caller, who may need it again: for a plot, or for
the next epoch. Mask a copy.

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
    with torch.no_grad():
        next_values[terminated > 0] = 0.0
    targets = (rewards + gamma * (1 - terminated) * next_values).detach()
    advantages = targets - values.detach()
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).sum(dim=1).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
