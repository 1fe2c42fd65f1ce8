"""A deep autoencoder whose two halves mirror each other."""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional as F


class Autoencoder(nn.Module):
    """Linear layers, with an activation between them and none at the ends."""

    def __init__(
        self, sizes: Sequence[int], act: type[nn.Module] = nn.ReLU
    ) -> None:
        """Make an untrained autoencoder.

        Args:
            sizes: from the sample to the code, such as [64, 32, 2].
            act: class of the activation between two layers.
        """
        # TODO: two stacks of linear layers.
        super().__init__()
        raise NotImplementedError

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Return codes (N, sizes[-1]) of samples (N, sizes[0])."""
        # TODO: the first stack.
        raise NotImplementedError

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Return logits of pixels (N, sizes[0]) from codes."""
        # TODO: the second.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits of pixels, by way of the code."""
        # TODO: one after the other.
        raise NotImplementedError


def pixel_loss(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Return the cross-entropy of pixels: a sum over them, a mean over images.

    Args:
        logits: shape (N, D), any size.
        x: the images, shape (N, D), from 0 to 1.

    Returns:
        Shape ().
    """
    # TODO: cross-entropy of pixels, from logits.
    raise NotImplementedError
