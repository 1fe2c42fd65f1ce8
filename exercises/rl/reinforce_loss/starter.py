"""The loss whose gradient is REINFORCE."""

import torch


def reinforce_loss(
    logits: torch.Tensor,
    actions: torch.Tensor,
    returns: torch.Tensor,
    episodes: int,
    baseline: torch.Tensor | None = None,
) -> torch.Tensor:
    """Return the loss of all steps of some episodes, one number.

    Args:
        logits: the policy's scores at every step, shape (T, A).
        actions: what was done, int64, shape (T,).
        returns: the reward to go from each step, shape (T,).
        episodes: how many episodes the T steps belong to.
        baseline: what was expected at each step, shape (T,), or None.
    """
    # TODO: log-probabilities of the actions taken, weighted by constants;
    # minus their sum per episode.
    raise NotImplementedError
