"""Looks only at the ball of the nearest sample.

The nearest sample may have a small ball, and one further away a large one that holds the
point. The contract says at least one ball, whichever.

Lesson: gan/two_samples#quality-or-coverage
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(centers, centers), axis=1)[:, k]
    table = distances(points, centers)
    near = table.argmin(axis=1)
    return float((table.min(axis=1) <= radius[near]).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), share_inside(real, fake, k)
