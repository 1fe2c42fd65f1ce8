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
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Return the codes (M, k) of samples X (M, D)."""
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Return the samples (M, D) that codes Z (M, k) stand for."""
    return Z @ V.T + mean
