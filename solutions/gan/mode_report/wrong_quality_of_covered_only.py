"""Leaves good samples out of the quality where their mode has too few.

Quality is about samples, coverage about modes. A good sample of a mode that is not
covered is still good; mixed into one number the two questions can no longer be told
apart.

Lesson: gan/measuring#what-a-count-can-hide
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
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(
        hits[hits >= least].sum() / len(samples)
    )
