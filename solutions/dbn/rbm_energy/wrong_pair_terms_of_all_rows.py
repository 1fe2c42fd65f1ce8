"""Adds the pair terms of all rows to each row.

A sum without an axis is the sum over everything. Each row has an energy of its own.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - ((v @ W) * h).sum()


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
