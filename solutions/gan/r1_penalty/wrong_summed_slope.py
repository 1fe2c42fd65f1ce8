"""Adds the entries of a slope up and squares the sum.

A slope of (3, -3) would cost nothing. First square, then add.

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
    squares = slopes.reshape(len(real), -1).sum(dim=1).pow(2)
    return gamma / 2 * squares.mean()
