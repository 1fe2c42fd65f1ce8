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
    x = real.detach().requires_grad_()
    # Logit i depends on sample i alone: the gradient of the sum has each
    # sample's own slope, and no 1/N.
    (slopes,) = torch.autograd.grad(D(x).sum(), x, create_graph=True)
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma / 2 * squares.mean()
