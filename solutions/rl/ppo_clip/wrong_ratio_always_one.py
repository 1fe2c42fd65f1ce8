"""Compares the policy with itself.

The old log-probabilities are those stored when the actions were taken.
Computed anew from the current policy they are always equal to the new ones,
nothing is ever clipped, and the KL stays 0.

Lesson: rl/ppo#several-steps-from-one-batch
"""

import torch


def ppo_loss(logits, actions, old_logp, advantages, clip=0.2):
    logp = torch.log_softmax(logits, dim=-1)
    taken = logp.gather(-1, actions.unsqueeze(-1)).squeeze(-1)
    log_ratio = taken - taken.detach()
    ratio = log_ratio.exp()
    advantages = advantages.detach()
    spread = advantages.std(correction=0)
    weight = (advantages - advantages.mean()) / (spread + 1e-08)
    held = ratio.clamp(1 - clip, 1 + clip)
    loss = -torch.minimum(ratio * weight, held * weight).mean()
    with torch.no_grad():
        kl = (ratio - 1 - log_ratio).mean().item()
        clipped = ((ratio - 1).abs() > clip).float().mean().item()
    return (loss, {"kl": kl, "clipped": clipped})
