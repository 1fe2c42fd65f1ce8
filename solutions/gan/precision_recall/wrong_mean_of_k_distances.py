"""Takes the mean distance to the k nearest others for a radius.

The ball reaches the k-th neighbour, not the average one. The two agree for k = 1 only.

Lesson: gan/two_samples#quality-or-coverage
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(centers, centers), axis=1)[:, 1 : k + 1].mean(
        axis=1
    )
    inside = distances(points, centers) <= radius
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), share_inside(real, fake, k)
