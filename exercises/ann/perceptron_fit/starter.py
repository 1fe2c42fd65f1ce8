"""The perceptron rule: learn a line from its mistakes."""

import numpy as np


def perceptron_fit(
    X: np.ndarray, y: np.ndarray, epochs: int = 100
) -> tuple[np.ndarray, float, list[int]]:
    """Fit a line to labelled points by the perceptron rule.

    Args:
        X: points, shape (N, D).
        y: labels, shape (N,), each -1 or +1.
        epochs: the largest number of passes over the points.

    Returns:
        The weights, shape (D,), the bias, and the number of mistakes of each
        epoch that was run.
    """
    # TODO: start at zero, visit the points in order, update on a mistake,
    # and stop after an epoch without one.
    raise NotImplementedError
