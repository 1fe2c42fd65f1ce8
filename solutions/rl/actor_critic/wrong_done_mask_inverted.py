"""Counts the future only after the end.

The factor is 1 minus the flag. As it stands, every ordinary step is worth its
reward alone, and the critic learns to see no further.

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
    targets = (rewards + gamma * terminated * next_values).detach()
    advantages = targets - values.detach()
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).sum(dim=1).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
