"""Principal components as an encoder and a decoder."""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean and the k directions of greatest variance.

    Args:
        X: samples, shape (N, D).
        k: numbers in a code.

    Returns:
        mean, shape (D,), and V, shape (D, k), with orthonormal columns.
    """
    # TODO: the mean, then the directions of X - mean.
    raise NotImplementedError


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Return the codes (M, k) of samples X (M, D)."""
    # TODO: coordinates along the directions, from the mean.
    raise NotImplementedError


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Return the samples (M, D) that codes Z (M, k) stand for."""
    # TODO: the way back.
    raise NotImplementedError
