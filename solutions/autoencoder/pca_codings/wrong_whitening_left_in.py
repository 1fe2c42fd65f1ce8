"""Divides each direction by its singular value.

Codes then have equal spread in all directions, which some uses want. But V is no longer
made of unit vectors, and decoding with the transpose of V does not give the sample
back.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    _, sizes, directions = np.linalg.svd(X - mean, full_matrices=False)
    directions = directions / np.maximum(sizes, 1e-12)[:, None]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
