"""Never clips.

Without the clip a few epochs on one batch can move the policy anywhere, on the
strength of an estimate that only holds near by.

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
    loss = -(ratio * weight).mean()
    with torch.no_grad():
        kl = (ratio - 1 - log_ratio).mean().item()
        clipped = ((ratio - 1).abs() > clip).float().mean().item()
    return (loss, {"kl": kl, "clipped": clipped})
