"""Counts only ratios above the clip.

A ratio below 1 − ε is beyond it too.

Lesson: rl/ppo#the-clip
"""

import torch


def ppo_loss(logits, actions, old_logp, advantages, clip=0.2):
    logp = torch.log_softmax(logits, dim=-1)
    taken = logp.gather(-1, actions.unsqueeze(-1)).squeeze(-1)
    log_ratio = taken - old_logp.detach()
    ratio = log_ratio.exp()
    advantages = advantages.detach()
    spread = advantages.std(correction=0)
    weight = (advantages - advantages.mean()) / (spread + 1e-08)
    held = ratio.clamp(1 - clip, 1 + clip)
    loss = -torch.minimum(ratio * weight, held * weight).mean()
    with torch.no_grad():
        kl = (ratio - 1 - log_ratio).mean().item()
        clipped = (ratio - 1 > clip).float().mean().item()
    return (loss, {"kl": kl, "clipped": clipped})
