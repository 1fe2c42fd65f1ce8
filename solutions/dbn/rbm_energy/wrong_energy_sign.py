"""Leaves the minus signs of the energy out.

Units that agree with their weights and biases *lower* the energy: what is likely lies low.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return v @ b + h @ c + ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
