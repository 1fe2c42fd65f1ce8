"""Switches gradients on for the caller's own tensor.

`real` then requires gradients for the rest of its life, and every later use builds a
graph. Work on a copy of your own.

Lesson: gan/stabilisers#a-gradient-of-a-gradient
"""

from collections.abc import Callable

import torch


def r1_penalty(
    D: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    gamma: float,
) -> torch.Tensor:
    x = real.requires_grad_()
    # Logit i depends on sample i alone: the gradient of the sum has each
    # sample's own slope, and no 1/N.
    (slopes,) = torch.autograd.grad(D(x).sum(), x, create_graph=True)
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma / 2 * squares.mean()
