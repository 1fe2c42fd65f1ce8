"""Copies the transposed matrix into a decoder of its own.

They are equal at the start, and each gets its own gradient: after the first step they
differ.

Lesson: autoencoder/deep#one-matrix-for-both
"""

import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self, inputs: int, code: int) -> None:
        super().__init__()
        self.encoder = nn.Linear(inputs, code)
        self.decoder = nn.Linear(code, inputs)
        self.decoder.weight.data = self.encoder.weight.data.T.clone()

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.encoder(x))

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        # Transposed anew at each call: a view, so that nothing can drift.
        return self.decoder(z)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))
