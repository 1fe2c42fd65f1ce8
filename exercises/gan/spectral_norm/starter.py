"""How far a layer stretches."""

import numpy as np


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
    # TODO: back by the transpose, forward by the matrix, lengths of 1.
    raise NotImplementedError


def normalised(
    W: np.ndarray, u: np.ndarray, steps: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights divided by their estimated stretch, and the new u.

    Args:
        W: weights, shape (O, ...).
        u: where to start, shape (O,); the result of the last call.
        steps: how often to go back and forth.
    """
    # TODO: the estimate, a division, and the direction to go on from.
    raise NotImplementedError
