"""Cuts the inputs of the hidden units off at 500.

Nothing overflows then, and everything beyond is wrong: for large x the softplus is x
itself. `np.logaddexp` needs no such fence.

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
    x = np.clip(v @ W + c, -500, 500)
    return -(v @ b) - np.log1p(np.exp(x)).sum(axis=1)
