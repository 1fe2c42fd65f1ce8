"""Lets torch's `batch_norm` do the work.

It computes the right numbers. Which axes belong together, which variance is
divided by what, and when something is collected: that is the task, and the
contract excludes ready-made norms.

Lesson: cnn/depth#normalising-maps
"""

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
        self.momentum, self.eps = momentum, eps
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        # Saved and moved with the module, but not learned.
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the normalised maps, shape of `x` (N, C, H, W).

        Raises:
            ValueError: in train mode, if a channel has a single value.
        """
        mean, var = self.running_mean, self.running_var
        if x.numel() > x.shape[1]:
            return nn.functional.batch_norm(
                x,
                mean,
                var,
                self.weight,
                self.bias,
                self.training,
                self.momentum,
                self.eps,
            )
        if self.training:
            count = x.numel() // x.shape[1]
            if count == 1:
                raise ValueError("one value per channel has no spread")
            mean = x.mean(dim=(0, 2, 3))
            var = x.var(dim=(0, 2, 3), correction=0)
            with torch.no_grad():
                # An estimate for other batches divides by count - 1.
                unbiased = var * count / (count - 1)
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(unbiased, self.momentum)
        scale = self.weight / torch.sqrt(var + self.eps)
        return (x - _along(mean)) * _along(scale) + _along(self.bias)


def _along(values):
    """Return one number per channel in the shape (C, 1, 1)."""
    return values[:, None, None]


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
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    shifted = (bias - norm.running_mean) * scale + norm.bias
    return weight * scale[:, None, None, None], shifted
