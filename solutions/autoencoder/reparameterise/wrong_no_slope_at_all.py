"""Draws inside of `no_grad`.

The sample has the right distribution, and nothing to learn from: the encoder gets no
gradient.

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
    with torch.no_grad():
        noise = draw(tuple(mu.shape))
        return mu + torch.exp(logvar / 2) * noise
