"""Lets the actor's loss move the critic.

The actor's loss can also be made smaller by changing the advantage. The critic
is then dragged toward whatever suits the actor, and stops telling the truth.

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
    advantages = targets - values
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).sum(dim=1).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
