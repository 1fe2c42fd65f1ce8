"""Hands back the direction that it was given.

Each call then makes the same first step again. The new one is the result of the work.

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
    return float(u @ matrix @ v), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, _, _ = power_iteration(W, u, steps)
    return W / sigma, u.copy()
