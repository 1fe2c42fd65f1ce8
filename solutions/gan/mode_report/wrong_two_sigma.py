"""Draws the line at two standard deviations.

The rule of this measure is three. In two dimensions a bell leaves 13.5 % of its own
samples beyond two, so that perfect samples would lose quality.

Lesson: gan/measuring#two-questions-two-numbers
"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    gaps = samples[:, None, :] - centers[None, :, :]
    distances = np.sqrt((gaps**2).sum(axis=2))
    nearest = distances.argmin(axis=1)
    good = distances.min(axis=1) <= 2 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
