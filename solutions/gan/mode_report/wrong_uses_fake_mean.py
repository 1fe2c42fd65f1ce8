"""Looks at the mean of the samples of a mode in place of each sample.

The mean of samples on all sides of a centre is the centre, however far out they are.
Whether a sample is good is decided one by one.

Lesson: gan/measuring#what-a-count-can-hide
"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    gaps = samples[:, None, :] - centers[None, :, :]
    distances = np.sqrt((gaps**2).sum(axis=2))
    nearest = distances.argmin(axis=1)
    means = np.array([samples[nearest == c].mean(axis=0) for c in nearest])
    off = np.sqrt(((means - centers[nearest]) ** 2).sum(axis=1))
    good = off <= 3 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
