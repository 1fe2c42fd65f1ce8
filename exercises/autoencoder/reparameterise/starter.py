"""A sample with a slope."""

from collections.abc import Callable

import torch


def reparameterise(
    mu: torch.Tensor,
    logvar: torch.Tensor,
    draw: Callable[[tuple[int, ...]], torch.Tensor],
    training: bool = True,
) -> torch.Tensor:
    """Return one sample from each normal distribution.

    Args:
        mu: means, shape (N, K).
        logvar: logarithms of variances, shape (N, K).
        draw: shape to standard normal numbers of that shape.
        training: without it, the means themselves.

    Returns:
        Shape (N, K), with a graph to `mu` and `logvar`.
    """
    # TODO: one draw, moved and stretched.
    raise NotImplementedError
