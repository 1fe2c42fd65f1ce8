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
    # TODO: the log-ratio of the actions taken; normalised weights; the smaller
    # of two products; what to watch.
    raise NotImplementedError
