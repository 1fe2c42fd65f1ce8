"""Holds squared distances against three standard deviations.

The square saves a root, and then the limit has to be squared as well. For a sigma below 1
the mistake is generous in one place and for others strict.

Lesson: gan/measuring#two-questions-two-numbers
"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    gaps = samples[:, None, :] - centers[None, :, :]
    distances = (gaps**2).sum(axis=2)
    nearest = distances.argmin(axis=1)
    good = distances.min(axis=1) <= 3 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
