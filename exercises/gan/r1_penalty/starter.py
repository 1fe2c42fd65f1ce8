"""The price of steepness."""

from collections.abc import Callable

import torch


def r1_penalty(
    D: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    gamma: float,
) -> torch.Tensor:
    """Return half of gamma times the mean squared slope of D at real samples.

    Args:
        D: samples to logits, shape (N, 1) or (N,).
        real: real samples, shape (N, ...).
        gamma: weight of the penalty.

    Returns:
        Shape (), with a graph that leads to the parameters of D.
    """
    # TODO: slopes by the samples, with their graph, squared.
    raise NotImplementedError
