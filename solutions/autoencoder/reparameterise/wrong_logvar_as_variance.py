"""Takes the logarithm of the variance for the variance.

The root of a negative number is NaN, and half of all logarithms are negative.

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
    return mu + torch.sqrt(logvar) * noise
