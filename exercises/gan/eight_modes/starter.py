"""Capstone: eight heaps, none forgotten."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import softplus

from tutor import track
from tutor.yours import mode_report, r1_penalty

STEPS = 2000
BATCH = 128
NOISE = 2
WIDTH = 64
RATE = 0.003
GAMMA = 0.1


def heaps(X: np.ndarray) -> np.ndarray:
    """Return the centres of the eight heaps of a ring, shape (8, 2).

    This function is given. It is for watching, and not for training.

    Args:
        X: points of a ring around (0, 0), shape (N, 2).
    """
    angles = np.arctan2(X[:, 1], X[:, 0])
    # Eight times the angle is the same for all heaps.
    turn = np.angle(np.exp(8j * angles).mean()) / 8
    at = turn + 2 * np.pi * np.arange(8) / 8
    radius = np.linalg.norm(X, axis=1).mean()
    return radius * np.stack([np.cos(at), np.sin(at)], axis=1)


def train(X: np.ndarray, seed: int, steps: int = STEPS) -> nn.Module:
    """Return a generator trained for some steps.

    Args:
        X: points, shape (N, 2).
        seed: decides all that is random.
        steps: how many updates each player gets.
    """
    # TODO: two networks, two optimisers, and `steps` updates of each. Watch:
    # track.scalar, track.scatter, and modes and quality against heaps(X).
    raise NotImplementedError


def samples(G: nn.Module, count: int, seed: int) -> np.ndarray:
    """Return new points, float64, shape (count, 2).

    Args:
        G: what `train` returned.
        count: how many.
        seed: decides the noise.
    """
    # TODO: noise from a generator of its own, without gradients.
    raise NotImplementedError
