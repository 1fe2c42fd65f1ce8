"""Scores by the distance from the mean of normal samples.

A sample that is far out along a direction in which normal ones vary is not odd. One
that is close to the mean, off the plane, is.

Lesson: autoencoder/uses#odd-ones-out
"""

import numpy as np

from tutor.yours import pca_fit


def novelty(
    train: np.ndarray,
    held: np.ndarray,
    new: np.ndarray,
    k: int,
    alarms: int,
) -> tuple[np.ndarray, float, np.ndarray]:
    mean, _ = pca_fit(train, k)

    def error(X):
        return ((X - mean) ** 2).sum(axis=1)

    # The code was fitted to `train`, so it flatters `train`.
    threshold = float(np.sort(error(held))[-1 - alarms])
    scores = error(new)
    return scores, threshold, scores > threshold


def auc(normal: np.ndarray, odd: np.ndarray) -> float:
    gaps = odd[:, None] - normal
    return float((gaps > 0).mean() + (gaps == 0).mean() / 2)
