"""Which modes are covered?"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    """Return how many modes are covered and which part of the samples is good.

    Args:
        samples: shape (M, K).
        centers: centre of each mode, shape (C, K).
        sigma: standard deviation of each mode.
        least: how many good samples a covered mode has at least.

    Returns:
        Covered modes, from 0 to C, and the share of good samples.
    """
    gaps = samples[:, None, :] - centers[None, :, :]
    distances = np.sqrt((gaps**2).sum(axis=2))
    nearest = distances.argmin(axis=1)
    good = distances.min(axis=1) <= 3 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
