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
    # TODO: nearest centre, good or not, count.
    raise NotImplementedError
