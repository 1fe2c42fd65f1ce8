"""Computes the stretch before the last direction is renewed.

It pairs the new `v` with the `u` of the step before, which is no estimate of these two:
a `u` of length 3 makes it three times too large.

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
        sigma = u @ matrix @ v
        u = unit(matrix @ v)
    return float(sigma), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
