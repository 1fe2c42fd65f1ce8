"""Does in eval mode all that it does in train mode.

An image's answer then depends on its neighbours in the batch, every question
moves the running statistics, and a single value is refused. `train()` and
`eval()` only set `self.training`: the module has to ask.

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
