"""Drops all distances of 0 to be rid of that to itself.

Another sample at the same place goes with it. Two equal samples are each other's nearest, at
distance 0; a generator that repeats itself has small balls.

Lesson: gan/two_samples#quality-or-coverage
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    table = distances(centers, centers)
    table[table == 0] = np.inf
    radius = np.sort(table, axis=1)[:, k - 1]
    inside = distances(points, centers) <= radius
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), share_inside(real, fake, k)
