"""Precision and recall of a generator."""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """Return the distance from each row of A to each row of B."""
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    """Return which part of some points is in a ball around some centre."""
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(centers, centers), axis=1)[:, k]
    inside = distances(points, centers) <= radius
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    """Return the share of good fakes, and of real samples that are covered.

    Args:
        real: real samples, shape (N, D).
        fake: samples of a generator, shape (M, D).
        k: which neighbour a ball reaches to; smaller than N and M.

    Returns:
        Precision and recall, each from 0 to 1.
    """
    return share_inside(fake, real, k), share_inside(real, fake, k)
