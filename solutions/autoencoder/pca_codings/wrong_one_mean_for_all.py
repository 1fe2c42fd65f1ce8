"""Takes one mean over all columns.

Columns of different level are then not centred at all. The mean is a sample, with one
number for each column.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = np.full(X.shape[1], X.mean())
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
