"""Leaves out the half.

A factor of two in the penalty is a factor of two in gamma: results cannot be compared
with anybody else's.

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
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma * squares.mean()
