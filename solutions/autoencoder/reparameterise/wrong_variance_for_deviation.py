"""Stretches the noise by the variance.

For a variance of 4 the samples then have a deviation of 4, and should have 2. At 1
nobody sees it.

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
    noise = draw(tuple(mu.shape))
    return mu + torch.exp(logvar) * noise
