"""Makes the bias of the output a plain tensor.

A tensor that is not a parameter is not seen by the optimiser, nor by `.double()`, nor
saved.

Lesson: autoencoder/deep#one-matrix-for-both
"""

import torch
from torch import nn
from torch.nn import functional as F


class Tied(nn.Module):
    def __init__(self, inputs: int, code: int) -> None:
        super().__init__()
        self.encoder = nn.Linear(inputs, code)
        self.decoder_bias = torch.full((inputs,), 0.1).double()

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.encoder(x))

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        # Transposed anew at each call: a view, so that nothing can drift.
        return F.linear(z, self.encoder.weight.T, self.decoder_bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))
