"""Standardise without leaking."""

import numpy as np


def standardise(
    train: np.ndarray, *others: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Return all sets, standardised by the numbers of the training set.

    Args:
        train: samples in rows, shape (N, D).
        others: further sets, shape (M, D) each.

    Returns:
        The training set and then the others, each as a new float array.
    """
    mean = train.mean(axis=0)
    # Asked of the values, not of their deviation: the mean of 0.1, 0.1, 0.1
    # is rounded, and their deviation comes out as 1e-17 instead of 0.
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    return tuple((part - mean) / scale for part in (train, *others))
