"""Capstone: a convolutional network that reads handwriting."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from tutor import track

# To begin with, and enough. More of both reads a little more.
WIDTH = 12
EPOCHS = 12
BATCH = 64
RATE = 0.01


class Net(nn.Module):
    """Three convolutions and a dense layer."""

    def __init__(self) -> None:
        """Make an untrained network."""
        super().__init__()
        # TODO: convolutions, norms, one pooling, one dense layer.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits (N, 10) of images (N, 1, 8, 8), pixels 0 to 1."""
        raise NotImplementedError


def train(X: np.ndarray, y: np.ndarray, seed: int) -> Net:
    """Return a trained network.

    Args:
        X: images, shape (N, 8, 8), pixels from 0 to 16.
        y: the digit of each image, shape (N,).
        seed: decides all that is random.
    """
    # TODO: seed torch, keep a tenth of the images aside, and for each batch:
    # move the images by up to a pixel, forward, loss, backward, step. Track
    # loss, accuracy, filters, feature maps, confusion and misread digits.
    raise NotImplementedError


def scores(net: Net, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained network, shape (M, 10).

    Args:
        net: what `train` returned.
        X: images, shape (M, 8, 8), pixels from 0 to 16.
    """
    # TODO: eval mode, no gradients, the same scale as in training.
    raise NotImplementedError
