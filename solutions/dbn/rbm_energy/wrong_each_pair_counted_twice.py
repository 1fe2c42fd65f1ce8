"""Counts the pair term of the energy at half its size.

The factor one half belongs to energies that sum over all pairs (i, j) and (j, i) of one set
of units. Here i runs over visible and j over hidden units, so every pair occurs once.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - 0.5 * ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
