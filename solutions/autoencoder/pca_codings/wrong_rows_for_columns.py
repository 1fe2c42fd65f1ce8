"""Takes columns of the last factor for directions.

The decomposition returns its last factor with directions as rows. Its columns have
length 1 as well when the matrix is square, so shapes fit and every product runs. What
is lost is far more than it has to be.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]
    return mean, directions[:, :k].copy()


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
