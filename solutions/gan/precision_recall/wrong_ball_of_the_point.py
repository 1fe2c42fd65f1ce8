"""Gives each point a ball of its own, and looks for a centre in it.

A fake far from everything, and from its fellows, would have a huge ball, with real samples
in it. The balls belong to the set that is asked about, not to the points.

Lesson: gan/two_samples#quality-or-coverage
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(points, points), axis=1)[:, k]
    inside = distances(points, centers) <= radius[:, None]
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), share_inside(real, fake, k)
