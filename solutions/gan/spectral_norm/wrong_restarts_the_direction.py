"""Starts from the same direction in each call and ignores the one it was given.

One step from a fixed start stays one step for ever. Carried along from call to call, the
direction improves all the time, and keeps up with weights that move slowly.

Lesson: gan/critic#a-bound-by-construction
"""

import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x)


def power_iteration(
    W: np.ndarray, u: np.ndarray, steps: int
) -> tuple[float, np.ndarray, np.ndarray]:
    matrix = W.reshape(len(W), -1)
    u = np.ones(len(W))
    for _ in range(steps):
        v = unit(matrix.T @ u)
        u = unit(matrix @ v)
    return float(u @ matrix @ v), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
