"""Softmax: from scores to probabilities."""

import numpy as np


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the softmax of the scores `z` along `axis`.

    Args:
        z: scores, any shape with at least one axis; may be as large as ±1000.
        axis: the axis along which the result sums to 1.

    Returns:
        Probabilities, shape of `z`.
    """
    # Subtracting the largest score changes nothing in the ratio, and makes
    # every exponent at most 0: nothing overflows, and the sum is at least 1.
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
