"""Fine-tune a DBN: classes and numbers."""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def build_net(stack: list[Layer], outputs: int) -> nn.Sequential:
    """Return a sigmoid network that starts from the stack.

    Args:
        stack: trained layers (W, b, c), from the bottom up.
        outputs: number of outputs of the linear head.

    Returns:
        Linear, Sigmoid, ..., Linear; the head is zero.
    """
    # TODO: copy each layer's way up, then a head of zeros.
    raise NotImplementedError


def loss_of(
    net: nn.Module, X: torch.Tensor, y: torch.Tensor, task: str
) -> torch.Tensor:
    """Return the mean loss of a batch.

    Args:
        net: what build_net returned.
        X: inputs, shape (N, D).
        y: classes, int64, or targets, float32; shape (N,).
        task: "classification" or "regression".

    Returns:
        A scalar tensor.
    """
    # TODO: cross-entropy, or squared error of equal shapes.
    raise NotImplementedError


def fit_net(
    net: nn.Module,
    X: torch.Tensor,
    y: torch.Tensor,
    task: str,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    """Train all parameters of `net` in place.

    Args:
        net: what build_net returned.
        X: inputs, shape (N, D).
        y: classes or targets, shape (N,).
        task: "classification" or "regression".
        epochs: visits of all rows.
        rate: step size of Adam.
        batch: rows per step.
        seed: decides the order of the rows.

    Returns:
        The mean batch loss of every epoch.
    """
    # TODO: epochs, batches, Adam.
    raise NotImplementedError
