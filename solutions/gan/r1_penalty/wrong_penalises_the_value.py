"""Penalises the logits and not their slopes.

A discriminator may answer 100 everywhere and be perfectly flat. R1 is about how fast its
answer changes from place to place.

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
    squares = D(x).reshape(-1).pow(2)
    return gamma / 2 * squares.mean()
