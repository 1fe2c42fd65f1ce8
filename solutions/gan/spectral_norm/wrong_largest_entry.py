"""Returns the largest entry as the stretch.

Entries add up along a direction: a matrix of ones with 100 columns stretches by far more
than 1. No single entry knows that.

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
        v = unit(matrix.T @ u)
        u = unit(matrix @ v)
    return float(np.abs(matrix).max()), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
