"""Computes the whole singular value decomposition.

The number is the true one, but the steps and the starting direction play no part. For a
layer with thousands of units the decomposition takes longer than the training step
itself; that is why one round of two products has to do.

Lesson: gan/critic#a-bound-by-construction
"""

import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x)


def power_iteration(
    W: np.ndarray, u: np.ndarray, steps: int
) -> tuple[float, np.ndarray, np.ndarray]:
    matrix = W.reshape(len(W), -1)
    left, values, right = np.linalg.svd(matrix, full_matrices=False)
    return float(values[0]), left[:, 0].copy(), right[0].copy()


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
