"""Penalises the length of the slope and not its square.

The length has a kink at zero and the same pull at every size; the square pulls hard at
steep places and lets go near flat ones.

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
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1).sqrt()
    return gamma / 2 * squares.mean()
