"""Forgets the visible biases in the free energy.

The hidden units are summed out, the visible ones are not: their own biases still count.
Without them a pixel that is nearly always on is as surprising as one that is nearly always
off.

Lesson: dbn/energy#free-energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return -np.logaddexp(0, x).sum(axis=1)
