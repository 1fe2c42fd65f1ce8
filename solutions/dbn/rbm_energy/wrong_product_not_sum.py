"""Applies the softplus once, to the sum of all inputs.

The sum over hidden patterns is a product of one factor 1 + e^x per hidden unit, so its
logarithm is a sum of softplus terms. Softplus of a sum is something else: two units with
inputs 3 and -3 give 3.1 together, and the softplus of their sum gives 0.7.

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
    return -(v @ b) - np.logaddexp(0, x.sum(axis=1))
