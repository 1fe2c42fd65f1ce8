"""Pulls the length of the slope toward 1.

That is the penalty of WGAN-GP, which belongs to another loss, and to points between data
and fakes. R1 pulls the slope at data toward 0.

Lesson: gan/stabilisers#the-price-of-steepness
"""

from collections.abc import Callable

import torch


def r1_penalty(
    D: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    gamma: float,
) -> torch.Tensor:
    x = real.detach().requires_grad_()
    # Logit i depends on sample i alone: the gradient of the sum has each
    # sample's own slope, and no 1/N.
    (slopes,) = torch.autograd.grad(D(x).sum(), x, create_graph=True)
    squares = (
        slopes.pow(2)
        .reshape(len(real), -1)
        .sum(dim=1)
        .add(1e-12)
        .sqrt()
        .sub(1)
        .pow(2)
    )
    return gamma / 2 * squares.mean()
