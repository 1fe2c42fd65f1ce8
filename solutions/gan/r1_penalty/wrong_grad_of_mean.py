"""Differentiates the mean of the logits.

The mean has a 1/N in it, so every slope is N times too short, and its square N times N.
Differentiate the sum: logit i depends on sample i alone.

Lesson: gan/stabilisers#a-gradient-of-a-gradient
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
    (slopes,) = torch.autograd.grad(D(x).mean(), x, create_graph=True)
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma / 2 * squares.mean()
