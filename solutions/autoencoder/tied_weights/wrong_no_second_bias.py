"""Decodes without a bias.

The decoder cannot say what the mean sample looks like: a code of zeros is an empty
image.

Lesson: autoencoder/deep#one-matrix-for-both
"""

import torch
from torch import nn
from torch.nn import functional as F


class Tied(nn.Module):
    def __init__(self, inputs: int, code: int) -> None:
        super().__init__()
        self.encoder = nn.Linear(inputs, code)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.encoder(x))

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        # Transposed anew at each call: a view, so that nothing can drift.
        return F.linear(z, self.encoder.weight.T)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))
