"""Sums out the hidden units with base 2.

`np.logaddexp2` computes log2(2^x + 2^y): base and exponential are both others than those of
the model.

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
    return -(v @ b) - np.logaddexp2(0, x).sum(axis=1)
