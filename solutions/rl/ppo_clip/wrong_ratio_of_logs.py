"""Divides the log-probabilities by each other.

A quotient of logarithms is not the logarithm of a quotient. Subtract them,
then take the exponential.

Lesson: rl/ppo#several-steps-from-one-batch
"""

import torch


def ppo_loss(logits, actions, old_logp, advantages, clip=0.2):
    logp = torch.log_softmax(logits, dim=-1)
    taken = logp.gather(-1, actions.unsqueeze(-1)).squeeze(-1)
    log_ratio = taken - old_logp.detach()
    ratio = taken / old_logp.detach()
    advantages = advantages.detach()
    spread = advantages.std(correction=0)
    weight = (advantages - advantages.mean()) / (spread + 1e-08)
    held = ratio.clamp(1 - clip, 1 + clip)
    loss = -torch.minimum(ratio * weight, held * weight).mean()
    with torch.no_grad():
        kl = (ratio - 1 - log_ratio).mean().item()
        clipped = ((ratio - 1).abs() > clip).float().mean().item()
    return (loss, {"kl": kl, "clipped": clipped})
