"""Logistic regression, fitted by gradient descent on the whole data set."""

import numpy as np


def logistic_fit(
    X: np.ndarray, y: np.ndarray, lr: float, steps: int, l2: float
) -> tuple[np.ndarray, float, list[float]]:
    """Fit weights and bias of one neuron for two classes.

    Args:
        X: samples in rows, shape (N, D).
        y: class of each sample, 0 or 1, shape (N,).
        lr: step size.
        steps: number of steps, all over the whole data set; may be 0.
        l2: strength of the penalty on the weights, 0 for none.

    Returns:
        The weights, shape (D,); the bias; and the loss before each step,
        penalty included, a list of `steps` floats.
    """
    # TODO: start from zeros; per step: scores, loss, slopes, one move.
    raise NotImplementedError
