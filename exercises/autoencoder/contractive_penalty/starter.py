"""How much a code moves when the sample does."""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """Return the mean squared slope of a sigmoid encoder.

    Args:
        X: samples, shape (N, D).
        W: weights, shape (D, K).
        b: biases, shape (K,).
    """
    # TODO: slopes of the units, times weights, squared, added.
    raise NotImplementedError
