"""Batch normalisation: a different computation in training and after it."""

import numpy as np


def batchnorm(
    X: np.ndarray,
    gamma: np.ndarray,
    beta: np.ndarray,
    run_mean: np.ndarray,
    run_var: np.ndarray,
    train: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Normalise each column of a batch.

    Args:
        X: the batch, shape (N, D).
        gamma: gain of each column, shape (D,).
        beta: offset of each column, shape (D,).
        run_mean: running mean of each column, shape (D,).
        run_var: running variance of each column, shape (D,).
        train: whether to use the batch's own mean and variance.
        momentum: share of the batch in the new running numbers.
        eps: added to the variance.

    Returns:
        The result (N, D), and the running mean and variance from now on.

    Raises:
        ValueError: in training, for a batch of one sample.
    """
    # TODO: whose mean and variance? Then normalise, and note what was seen.
    raise NotImplementedError
