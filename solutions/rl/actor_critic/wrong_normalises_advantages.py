"""Normalises the advantages unasked.

PPO does so per minibatch. Here a batch of one would become 0, and the scale of
the rewards is lost.

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
    advantages = (advantages - advantages.mean()) / (
        advantages.std(correction=0) + 1e-08
    )
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    entropy = -(logp.exp() * logp).sum(dim=1).mean()
    actor = -(taken * advantages).mean() - entropy_weight * entropy
    critic = (values - targets).square().mean()
    return (actor, critic, entropy)
