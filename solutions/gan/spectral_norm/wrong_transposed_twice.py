"""Multiplies by the matrix where the transpose belongs, both times.

That follows the largest *eigenvalue*, which a matrix that is not symmetric need not have in
common with its stretch: ((0, 4), (0, 0)) stretches by 4 and has no eigenvalue but 0. And it
runs for square matrices only.

Lesson: gan/critic#a-bound-by-construction
"""

import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x)


def power_iteration(
    W: np.ndarray, u: np.ndarray, steps: int
) -> tuple[float, np.ndarray, np.ndarray]:
    matrix = W.reshape(len(W), -1)
    for _ in range(steps):
        v = unit(matrix @ u)
        u = unit(matrix @ v)
    return float(u @ matrix @ v), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
