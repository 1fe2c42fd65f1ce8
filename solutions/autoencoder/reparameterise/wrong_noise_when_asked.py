"""Adds noise outside of training as well.

The same image then gets another code each time it is asked about.

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
    # Chance comes from outside: mu and logvar only move and stretch it.
    noise = draw(tuple(mu.shape))
    return mu + torch.exp(logvar / 2) * noise
