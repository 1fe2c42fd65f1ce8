"""Divides each column by its deviation before it looks for directions.

That is another analysis: of correlations. It finds other directions than those which
lose the least of the samples as they are.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(
        (X - mean) / (X.std(axis=0) + 1e-12), full_matrices=False
    )[2]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
