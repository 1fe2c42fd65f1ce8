"""A residual block: two convolutions and a way around them."""

import torch
from torch import nn


class ResidualBlock(nn.Module):
    """Return relu(body(x) + skip(x))."""

    def __init__(self, c_in: int, c_out: int, stride: int = 1) -> None:
        """Make a block.

        Args:
            c_in: channels of its input.
            c_out: channels of its output.
            stride: by how much it shrinks the maps, in both directions.
        """
        super().__init__()
        # TODO: conv1, norm1, conv2, norm2 and skip. Which shapes differ, and
        # when?
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return maps (N, c_out, ceil(H / stride), ceil(W / stride))."""
        # TODO: both ways, their sum, and one more ReLU.
        raise NotImplementedError
