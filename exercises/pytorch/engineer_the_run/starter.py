"""Capstone: a run that is fast, measured, and can be stopped."""

import torch
from torch import nn

EPOCHS = 20

Span = tuple[str, float, float]


def shift_batch(
    images: torch.Tensor, dx: torch.Tensor, dy: torch.Tensor
) -> torch.Tensor:
    """Return images (N, H, W), each moved dx to the right and dy down."""
    # TODO: the same without visiting each pixel from Python.
    out = torch.zeros_like(images)
    count, height, width = images.shape
    for n in range(count):
        for i in range(height):
            for j in range(width):
                row, column = i - int(dy[n]), j - int(dx[n])
                if 0 <= row < height and 0 <= column < width:
                    out[n, i, j] = images[n, row, column]
    return out


def top_costs(spans: list[Span], n: int = 3) -> list[tuple[str, float]]:
    """Return the n names with the most self time, largest first."""
    # TODO: length of each span, less those directly inside it.
    raise NotImplementedError


def run(
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int,
    seed: int,
    path: str,
    resume: bool = False,
) -> nn.Module:
    """Train until `epochs` epochs are finished, save, return the model.

    Args:
        images: shape (N, 8, 8), pixels from 0 to 16.
        labels: the digit of each image, shape (N,).
        epochs: how many are finished at the end, those before included.
        seed: decides all that is random.
        path: where the checkpoint is written, and read when resuming.
        resume: whether to go on from the checkpoint.
    """
    # TODO: seed; model, optimiser, schedule; load; loop; save.
    raise NotImplementedError


def predict(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return the digit that the model reads in each image, int64 (N,)."""
    # TODO: evaluation mode, no graph, the mode put back.
    raise NotImplementedError
