"""How much a code moves when the sample does."""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """Return the mean squared slope of a sigmoid encoder.

    Args:
        X: samples, shape (N, D).
        W: weights, shape (D, K).
        b: biases, shape (K,).
    """
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = (H * (1 - H)) ** 2
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ (W**2).sum(axis=0)).mean())
