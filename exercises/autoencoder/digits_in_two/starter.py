"""Capstone: a digit in two numbers."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from tutor import track

WIDTH = 128
EPOCHS = 80
BATCH = 64
RATE = 0.01


class Net(nn.Module):
    """An encoder to two numbers, and a decoder that mirrors it."""

    def __init__(self) -> None:
        """Make an untrained network."""
        # TODO: two stacks of linear layers with bends between.
        super().__init__()
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits (N, 64) of images (N, 64), by way of two numbers."""
        # TODO: to the code and back.
        raise NotImplementedError


def train(X: np.ndarray, seed: int) -> Net:
    """Return a trained network.

    Args:
        X: images, shape (N, 64), pixels from 0 to 1.
        seed: decides all that is random.
    """
    # TODO: seed torch; for each batch: forward, cross-entropy, backward, step.
    # Track loss, held-out error and codes.
    raise NotImplementedError


def encode(net: Net, X: np.ndarray) -> np.ndarray:
    """Return the codes (M, 2) of images (M, 64)."""
    # TODO: the first half, without gradients.
    raise NotImplementedError


def decode(net: Net, Z: np.ndarray) -> np.ndarray:
    """Return the images (M, 64), pixels from 0 to 1, of codes (M, 2)."""
    # TODO: the second half; pixels, not logits.
    raise NotImplementedError
