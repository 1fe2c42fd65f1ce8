"""Flags the samples whose score is not above the threshold.

The flag says odd. This one says normal.

Lesson: autoencoder/uses#odd-ones-out
"""

import numpy as np

from tutor.yours import pca_decode, pca_encode, pca_fit


def novelty(
    train: np.ndarray,
    held: np.ndarray,
    new: np.ndarray,
    k: int,
    alarms: int,
) -> tuple[np.ndarray, float, np.ndarray]:
    mean, V = pca_fit(train, k)

    def error(X):
        back = pca_decode(pca_encode(X, mean, V), mean, V)
        return ((X - back) ** 2).sum(axis=1)

    # The code was fitted to `train`, so it flatters `train`.
    threshold = float(np.sort(error(held))[-1 - alarms])
    scores = error(new)
    return scores, threshold, scores <= threshold


def auc(normal: np.ndarray, odd: np.ndarray) -> float:
    gaps = odd[:, None] - normal
    return float((gaps > 0).mean() + (gaps == 0).mean() / 2)
