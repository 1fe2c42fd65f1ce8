"""Counts all samples of a mode for its coverage, good or not.

The quality is right, and yet noise covers modes: the limit has to hold for the samples
that are counted as well.

Lesson: gan/measuring#two-questions-two-numbers
"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    gaps = samples[:, None, :] - centers[None, :, :]
    distances = np.sqrt((gaps**2).sum(axis=2))
    nearest = distances.argmin(axis=1)
    good = distances.min(axis=1) <= 3 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest, minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
