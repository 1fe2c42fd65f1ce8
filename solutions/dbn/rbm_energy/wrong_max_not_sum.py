"""Keeps only the best hidden pattern of each row.

max(0, x) is the energy of the single best pattern. The free energy counts all patterns, and
those that are nearly as good add up: at input 0 the two differ by log 2 per unit.

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
    return -(v @ b) - np.maximum(0, x).sum(axis=1)
