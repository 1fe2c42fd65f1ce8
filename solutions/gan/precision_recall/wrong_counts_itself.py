"""Counts each sample as its own nearest neighbour.

Its distance from itself is 0, so with k = 1 each ball is a point. All balls reach one
neighbour too short.

Lesson: gan/two_samples#quality-or-coverage
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(centers, centers), axis=1)[:, k - 1]
    inside = distances(points, centers) <= radius
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), share_inside(real, fake, k)
