"""Flattens the weights of a convolution in the wrong order.

A reshape keeps the order of numbers in memory, so (C·k·l, O) does not have one column for
each output: entries of different outputs are mixed. The output axis is first and stays
first.

Lesson: gan/critic#a-bound-by-construction
"""

import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x)


def power_iteration(
    W: np.ndarray, u: np.ndarray, steps: int
) -> tuple[float, np.ndarray, np.ndarray]:
    matrix = W.reshape(-1, len(W)).T if W.ndim > 2 else W
    for _ in range(steps):
        v = unit(matrix.T @ u)
        u = unit(matrix @ v)
    return float(u @ matrix @ v), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
