"""Capstone: digits to order."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import softplus

from tutor import track
from tutor.yours import r1_penalty

STEPS = 2500
BATCH = 128
NOISE = 16
WIDTH = 128
RATE = 0.002
GAMMA = 1.0


def train(
    X: np.ndarray, y: np.ndarray, seed: int, steps: int = STEPS
) -> nn.Module:
    """Return a generator trained for some steps.

    Args:
        X: digits, shape (N, 8, 8), ink from 0 to 16.
        y: which digit each of them is, shape (N,).
        seed: decides all that is random.
        steps: how many updates each player gets.
    """
    # TODO: two players that are told a class, and `steps` updates of each.
    # Watch: track.scalar, track.image of a sheet of digits, track.scatter.
    raise NotImplementedError


def draw(G: nn.Module, labels: np.ndarray, seed: int) -> np.ndarray:
    """Return new digits, shape (M, 8, 8), ink from 0 to 16.

    Args:
        G: what `train` returned.
        labels: which digit each is to be, shape (M,).
        seed: decides the noise.
    """
    # TODO: noise from a generator of its own, without gradients.
    raise NotImplementedError
