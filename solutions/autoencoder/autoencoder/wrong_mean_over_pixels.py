"""Averages over pixels as well.

The loss is then smaller by the number of pixels, and cannot be compared between image
sizes, or with a penalty that is counted for each image.

Lesson: autoencoder/deep#which-loss
"""

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional as F


class Autoencoder(nn.Module):
    def __init__(
        self, sizes: Sequence[int], act: type[nn.Module] = nn.ReLU
    ) -> None:
        super().__init__()
        self.encoder = _stack(sizes, act)
        self.decoder = _stack(sizes[::-1], act)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        return self.encoder(x)

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        return self.decoder(z)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))


def _stack(sizes, act):
    layers = []
    for i, (inputs, outputs) in enumerate(pairwise(sizes)):
        if i:
            layers.append(act())
        layers.append(nn.Linear(inputs, outputs))
    return nn.Sequential(*layers)


def pixel_loss(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    total = F.binary_cross_entropy_with_logits(logits, x, reduction="mean")
    return total
