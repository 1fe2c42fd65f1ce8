"""Batch norm for feature maps, trained and folded."""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    """Normalise each channel over images and pixels, then scale and shift."""

    def __init__(
        self, channels: int, momentum: float = 0.1, eps: float = 1e-5
    ) -> None:
        """Make a norm for maps with this many channels.

        Args:
            channels: how many there are.
            momentum: the share of a new batch in the running statistics.
            eps: added to the variance before the root.
        """
        super().__init__()
        # TODO: two parameters that are learned, two buffers that are not.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the normalised maps, shape of `x` (N, C, H, W).

        Raises:
            ValueError: in train mode, if a channel has a single value.
        """
        # TODO: the statistics of this batch, or those that were collected.
        raise NotImplementedError


def fold(
    weight: torch.Tensor, bias: torch.Tensor, norm: BatchNorm2d
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return weights and biases of a convolution that includes its norm.

    Args:
        weight: kernels of the convolution before the norm, (O, C, k, l).
        bias: its biases, shape (O,).
        norm: the norm behind it, as it computes in eval mode.

    Returns:
        New weights (O, C, k, l) and biases (O,).
    """
    # TODO: in eval mode the norm multiplies by a constant and adds one.
    raise NotImplementedError
