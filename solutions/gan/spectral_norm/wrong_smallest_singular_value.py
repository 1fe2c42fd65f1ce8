"""Takes the last singular value of a decomposition, and its directions.

numpy sorts them from large to small: the last one says how *little* a direction is
stretched. A bound needs the most. And the decomposition costs what the steps were to
save.

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
    return float(values[-1]), left[:, -1].copy(), right[-1].copy()


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
