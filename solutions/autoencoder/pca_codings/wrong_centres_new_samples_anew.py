"""Encodes new samples around their own mean.

The code of a sample then depends on which others stand beside it, and a single sample
always gets the code zero. The mean belongs to the fit, as the directions do.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def pca_fit(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    # Rows of the last factor are directions, the strongest first.
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]
    return mean, directions[:k].T


def pca_encode(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return (X - X.mean(axis=0)) @ V


def pca_decode(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    return Z @ V.T + mean
