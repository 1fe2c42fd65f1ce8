"""Takes the logarithm of the variance for the deviation.

A standard normal code has logvar 0, and this gives it no noise at all.

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
    return mu + logvar * noise
