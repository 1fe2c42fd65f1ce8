"""The exact log-likelihood of a small RBM."""

import itertools

import numpy as np

from tutor.yours import free_energy


def log_partition(W: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    """Return log Z, summing over the patterns of the smaller layer.

    Args:
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).

    Returns:
        The natural logarithm of the partition function.
    """
    # TODO: all patterns of the smaller layer, in the log domain.
    raise NotImplementedError


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    """Return the mean log-probability of the rows of `v`.

    Args:
        v: visible units, shape (N, D).
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).

    Returns:
        The mean of log P(v), in nats.
    """
    # TODO: minus free energy minus log Z, on average.
    raise NotImplementedError
