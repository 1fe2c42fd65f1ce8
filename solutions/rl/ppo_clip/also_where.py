"""The minimum, by saying when the ratio still counts."""

import torch


def ppo_loss(logits, actions, old_logp, advantages, clip=0.2):
    policy = torch.distributions.Categorical(logits=logits)
    new, old = policy.log_prob(actions), old_logp.detach()
    r = torch.exp(new - old)
    with torch.no_grad():
        centred = advantages - torch.mean(advantages)
        a = centred / (centred.square().mean().sqrt() + 1e-8)
        outside = (r > 1 + clip) | (r < 1 - clip)
        paid_out = ((a > 0) & (r > 1 + clip)) | ((a < 0) & (r < 1 - clip))
        limit = torch.where(a > 0, 1 + clip, 1 - clip)
        watch = {
            "kl": float((r - 1 + old - new).mean()),
            "clipped": float(outside.double().mean()),
        }
    gain = torch.where(paid_out, limit * a, r * a)
    return -gain.sum() / gain.numel(), watch
