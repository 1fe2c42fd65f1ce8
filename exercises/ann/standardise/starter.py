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
    # TODO: mean and scale of each column of train; apply them everywhere.
    raise NotImplementedError
