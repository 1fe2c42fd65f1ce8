"""Layer normalisation: every sample on its own."""

import numpy as np


def layernorm(
    X: np.ndarray, gamma: np.ndarray, beta: np.ndarray, eps: float = 1e-5
) -> np.ndarray:
    """Normalise along the last axis.

    Args:
        X: activations, features along the last axis, at least one axis.
        gamma: gain of each feature, shape (D,).
        beta: offset of each feature, shape (D,).
        eps: added to the variance.

    Returns:
        A new array, shape and dtype of `X`.
    """
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / np.sqrt(var + eps) + beta
