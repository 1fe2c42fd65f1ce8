"""Exponentiates the input of a hidden unit before taking the logarithm.

On paper log(1 + e^x) is harmless: for large x it is nearly x. On the machine e^x overflows
beyond 709, and the free energy becomes minus infinity. numpy can add two exponentials in
the log domain without forming either.

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
    return -(v @ b) - np.log(1 + np.exp(x)).sum(axis=1)
