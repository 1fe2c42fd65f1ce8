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
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        # logaddexp(0, s) is log(1 + e^s): from scores, no log(0) can occur.
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        # The sigmoid, written so that its exponent is never above 0.
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
