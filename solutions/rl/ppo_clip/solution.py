"""The clipped loss of proximal policy optimisation."""

import torch


def ppo_loss(
    logits: torch.Tensor,
    actions: torch.Tensor,
    old_logp: torch.Tensor,
    advantages: torch.Tensor,
    clip: float = 0.2,
) -> tuple[torch.Tensor, dict[str, float]]:
    """Return the loss of a minibatch, and what to watch.

    Args:
        logits: of the policy as it is now, shape (..., A).
        actions: what was done, int64, shape (...).
        old_logp: log-probabilities of those actions when they were done.
        advantages: how much better than expected they were.
        clip: how far the ratio may go from 1 and still be paid for.

    Returns:
        The loss, shape (); and a dict of floats: "kl", an estimate of how far
        the policy has moved, and "clipped", the share of ratios beyond clip.
    """
    logp = torch.log_softmax(logits, dim=-1)
    taken = logp.gather(-1, actions.unsqueeze(-1)).squeeze(-1)
    log_ratio = taken - old_logp.detach()
    ratio = log_ratio.exp()
    # One mean and one deviation for all entries of the minibatch.
    advantages = advantages.detach()
    spread = advantages.std(correction=0)
    weight = (advantages - advantages.mean()) / (spread + 1e-8)
    held = ratio.clamp(1 - clip, 1 + clip)
    loss = -torch.minimum(ratio * weight, held * weight).mean()
    with torch.no_grad():
        kl = (ratio - 1 - log_ratio).mean().item()
        clipped = ((ratio - 1).abs() > clip).float().mean().item()
    return loss, {"kl": kl, "clipped": clipped}
