"""Takes the bias out of the samples again, in place of a bias of its own.

Undoing the encoder step by step looks thorough. It ties the bias as well, and the
decoder cannot say what the mean sample looks like.

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
        return F.linear(z - self.encoder.bias, self.encoder.weight.T)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(x))
