"""Draws one row of noise for all samples.

All codes of a batch are then moved by the same vector of noise: their differences carry
no noise, and the decoder sees through it.

Lesson: autoencoder/variational#a-sample-with-a-slope
"""

from collections.abc import Callable

import torch


def reparameterise(
    mu: torch.Tensor,
    logvar: torch.Tensor,
    draw: Callable[[tuple[int, ...]], torch.Tensor],
    training: bool = True,
) -> torch.Tensor:
    if not training:
        return mu
    # Chance comes from outside: mu and logvar only move and stretch it.
    noise = draw(tuple(mu.shape[1:]))
    return mu + torch.exp(logvar / 2) * noise
