"""A deep autoencoder whose two halves mirror each other."""

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional as F


class Autoencoder(nn.Module):
    """Linear layers, with an activation between them and none at the ends."""

    def __init__(
        self, sizes: Sequence[int], act: type[nn.Module] = nn.ReLU
    ) -> None:
        """Make an untrained autoencoder.

        Args:
            sizes: from the sample to the code, such as [64, 32, 2].
            act: class of the activation between two layers.
        """
        super().__init__()
        self.encoder = _stack(sizes, act)
        self.decoder = _stack(sizes[::-1], act)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Return codes (N, sizes[-1]) of samples (N, sizes[0])."""
        return self.encoder(x)

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Return logits of pixels (N, sizes[0]) from codes."""
        return self.decoder(z)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits of pixels, by way of the code."""
        return self.decode(self.encode(x))


def _stack(sizes, act):
    layers = []
    for i, (inputs, outputs) in enumerate(pairwise(sizes)):
        if i:
            layers.append(act())
        layers.append(nn.Linear(inputs, outputs))
    return nn.Sequential(*layers)


def pixel_loss(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Return the cross-entropy of pixels: a sum over them, a mean over images.

    Args:
        logits: shape (N, D), any size.
        x: the images, shape (N, D), from 0 to 1.

    Returns:
        Shape ().
    """
    total = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    return total / len(x)
