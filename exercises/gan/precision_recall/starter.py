"""Precision and recall of a generator."""

import numpy as np


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
    # TODO: radii, balls, and the same question in both directions.
    raise NotImplementedError
