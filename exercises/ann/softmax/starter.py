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
    # TODO: exponentiate and normalise, without overflow.
    raise NotImplementedError
