"""Averages the entropy over actions as well.

The entropy of a policy is a *sum* over its actions. The mean is too small by
the number of actions.

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
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
