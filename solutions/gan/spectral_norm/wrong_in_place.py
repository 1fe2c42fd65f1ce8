"""Divides the weights that it was given.

The optimiser's weights would shrink with each look at them, also without a training step.
The normalised layer is a *copy* that is used for the forward pass.

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
    sigma, u, _ = power_iteration(W, u, steps)
    W /= sigma
    return W.copy(), u
