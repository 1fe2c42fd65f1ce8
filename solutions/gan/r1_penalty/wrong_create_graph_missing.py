"""Computes the slopes without keeping the graph of that computation.

The number is right, and for the optimiser it is a constant: its gradient by the weights
does not exist. The symptom: a penalty in the log that never falls.

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
    (slopes,) = torch.autograd.grad(D(x).sum(), x)
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma / 2 * squares.mean()
