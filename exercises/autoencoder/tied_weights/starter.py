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
        # TODO: one matrix, two biases.
        super().__init__()
        raise NotImplementedError

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Return the codes (N, code) of samples (N, inputs), after tanh."""
        # TODO: product, bias, tanh.
        raise NotImplementedError

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Return samples (N, inputs) from codes (N, code)."""
        # TODO: the same matrix, transposed, and the other bias.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the reconstruction of samples (N, inputs)."""
        # TODO: one after the other.
        raise NotImplementedError
