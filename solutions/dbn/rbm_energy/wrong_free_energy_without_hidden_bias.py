"""Forgets the hidden biases in the free energy.

Each hidden unit is summed out together with its bias: the input of the softplus is all that
reaches the unit.

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
    x = v @ W
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
