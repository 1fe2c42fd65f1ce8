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
        # A norm subtracts any constant: a bias before it would be idle.
        self.conv1 = nn.Conv2d(c_in, c_out, 3, stride, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(c_out)
        self.conv2 = nn.Conv2d(c_out, c_out, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(c_out)
        # The body starts silent, and the block as its skip.
        nn.init.zeros_(self.norm2.weight)
        self.skip = nn.Identity()
        if stride != 1 or c_in != c_out:
            self.skip = nn.Sequential(
                nn.Conv2d(c_in, c_out, 1, stride, bias=False),
                nn.BatchNorm2d(c_out),
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return maps (N, c_out, ceil(H / stride), ceil(W / stride))."""
        body = torch.relu(self.norm1(self.conv1(x)))
        body = self.norm2(self.conv2(body))
        return torch.relu(body + self.skip(x))
