"""Calls a mode covered as soon as one good sample falls on it.

One stray sample in a thousand says little. The caller tells with `least` how many it
takes.

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
    hits = np.bincount(nearest[good], minlength=len(centers))
    return int((hits >= 1).sum()), float(good.mean())
