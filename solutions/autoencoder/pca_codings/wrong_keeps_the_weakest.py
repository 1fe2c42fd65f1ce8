"""Keeps the directions of least variance.

`eigh` sorts from small to large, so the first k eigenvectors are those along which
hardly anything happens. The code then holds what could best be left out.

Lesson: autoencoder/codings#the-best-straight-code
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    gap = X - mean
    directions = np.linalg.eigh(gap.T @ gap)[1].T
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - mean) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
