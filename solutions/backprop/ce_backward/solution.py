"""The gradient of mean cross-entropy with respect to the logits."""

import numpy as np


def ce_backward(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the gradient of the mean cross-entropy of a batch.

    Args:
        logits: scores, shape (N, C); may be as large as ±1000.
        y: the true class of each sample, shape (N,), whole numbers below C.

    Returns:
        Slope of the loss with respect to every score, shape (N, C).
    """
    # With the largest score of each row moved to 0, no exponential overflows.
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    # Minus the one-hot truth, which is 0 but for one place in each row.
    slopes[np.arange(len(y)), y] -= 1
    # The loss is a mean: each sample has a share of 1/N in it.
    return slopes / len(y)
