"""Adds the squares of the whole batch up in place of their mean.

The penalty then grows with the batch, and gamma means something else for every batch
size.

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
    return gamma / 2 * squares.sum()
