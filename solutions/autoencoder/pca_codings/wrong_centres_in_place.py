"""Subtracts the mean from the caller's own array.

`X -= mean` writes into the array that was passed in. The caller still needs it; a
second fit then finds a mean of zero.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    X -= mean
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X, full_matrices=False)[2]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
