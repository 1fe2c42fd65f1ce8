"""An autoencoder whose decoder is its encoder, transposed."""

import torch
from torch import nn
from torch.nn import functional as F


class Tied(nn.Module):
    """One matrix used twice, and two biases."""

    def __init__(self, inputs: int, code: int) -> None:
        """Make an untrained autoencoder.

        Args:
            inputs: numbers in a sample.
            code: numbers in a code.
        """
        super().__init__()
        self.encoder = nn.Linear(inputs, code)
        self.decoder_bias = nn.Parameter(torch.zeros(inputs))

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Return the codes (N, code) of samples (N, inputs), after tanh."""
        return torch.tanh(self.encoder(x))

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Return samples (N, inputs) from codes (N, code)."""
        # Transposed anew at each call: a view, so that nothing can drift.
        return F.linear(z, self.encoder.weight.T, self.decoder_bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the reconstruction of samples (N, inputs)."""
        return self.decode(self.encode(x))
