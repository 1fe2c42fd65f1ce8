"""How far a layer stretches."""

import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    """Return `x` with length 1."""
    return x / np.linalg.norm(x)


def power_iteration(
    W: np.ndarray, u: np.ndarray, steps: int
) -> tuple[float, np.ndarray, np.ndarray]:
    """Return an estimate of the largest singular value, and its directions.

    Args:
        W: weights, shape (O, ...), seen as a matrix (O, K).
        u: where to start, shape (O,).
        steps: how often to go back and forth, at least once.

    Returns:
        The estimate; the direction that comes out, shape (O,), and the one
        that goes in, shape (K,), both of length 1.
    """
    matrix = W.reshape(len(W), -1)
    for _ in range(steps):
        v = unit(matrix.T @ u)
        u = unit(matrix @ v)
    return float(u @ matrix @ v), u, v


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights divided by their estimated stretch, and the new u.

    Args:
        W: weights, shape (O, ...).
        u: where to start, shape (O,); the result of the last call.
        steps: how often to go back and forth.
    """
    # Weights move little from step to step: one round from the old direction
    # is enough to keep up with them.
    sigma, u, _ = power_iteration(W, u, steps)
    return W / sigma, u
