"""Ask for a seven: both players are told the class."""

import torch
from torch import nn

CODE = 8


class Generator(nn.Module):
    """Noise and classes to samples."""

    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        """Make an untrained generator.

        Args:
            noise: how many random numbers a sample starts from.
            classes: how many classes there are.
            outputs: how many numbers a sample has.
        """
        super().__init__()
        # TODO: a table with a row of numbers for each class, and layers.
        raise NotImplementedError

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return samples (N, outputs).

        Args:
            z: noise, shape (N, noise).
            labels: the class of each sample, int64, shape (N,).
        """
        # TODO: the rows of the labels beside the noise.
        raise NotImplementedError


class Discriminator(nn.Module):
    """Samples and classes to logits."""

    def __init__(self, inputs: int, classes: int) -> None:
        """Make an untrained discriminator.

        Args:
            inputs: how many numbers a sample has.
            classes: how many classes there are.
        """
        super().__init__()
        # A table of its own: the players share nothing.
        self.code = nn.Embedding(classes, CODE)
        self.body = nn.Sequential(
            nn.Linear(inputs + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return logits (N, 1): is this a real sample of that class?

        Args:
            x: samples, shape (N, inputs).
            labels: the class that each is said to be, int64, shape (N,).
        """
        raise NotImplementedError
