"""Cuts the decoder's use of the matrix off from its gradient.

The matrix then learns as an encoder only. It stays tied, and half of its gradient is
missing.

Lesson: autoencoder/deep#one-matrix-for-both
"""

import torch
from torch import nn
from torch.nn import functional as F


class Tied(nn.Module):
    def __init__(self, inputs: int, code: int) -> None:
        super().__init__()
        self.encoder = nn.Linear(inputs, code)
        self.decoder_bias = nn.Parameter(torch.zeros(inputs))

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.encoder(x))

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        # Transposed anew at each call: a view, so that nothing can drift.
        return F.linear(z, self.encoder.weight.detach().T, self.decoder_bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))
