"""Returns the right directions in the wrong order.

`eigh` sorts from small to large. The last k eigenvectors span the right subspace, but
the first number of a code is then the least important one. Whoever shortens the code by
cutting its end loses the best part.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]
    return mean, directions[:k][::-1].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
