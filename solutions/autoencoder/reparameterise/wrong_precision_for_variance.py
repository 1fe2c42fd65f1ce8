"""Divides where it should multiply.

With a minus in the exponent, wide codes become narrow and narrow ones wide.

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
    return mu + torch.exp(-logvar / 2) * noise
