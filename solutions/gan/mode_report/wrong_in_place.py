"""Centres the caller's samples to measure them.

`samples -= ...` writes into the array it was given, and the next thing that looks at the
samples, a picture perhaps, sees others. Work on an array of your own.

Lesson: gan/measuring#two-questions-two-numbers
"""

import numpy as np


def mode_report(
    samples: np.ndarray, centers: np.ndarray, sigma: float, least: int
) -> tuple[int, float]:
    shift = centers.mean(axis=0)
    samples -= shift
    gaps = samples[:, None, :] - (centers - shift)[None, :, :]
    distances = np.sqrt((gaps**2).sum(axis=2))
    nearest = distances.argmin(axis=1)
    good = distances.min(axis=1) <= 3 * sigma
    # Only good samples count: far ones have a nearest centre as well.
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= least).sum()), float(good.mean())
