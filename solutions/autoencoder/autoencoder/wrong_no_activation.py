"""Leaves the activations out.

Matrices in a row are one matrix. The network then is PCA with more weights and a longer
training.

Lesson: autoencoder/deep#what-may-be-bent
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
    for inputs, outputs in pairwise(sizes):
        layers.append(nn.Linear(inputs, outputs))
    return nn.Sequential(*layers)


def pixel_loss(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    total = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    return total / len(x)
