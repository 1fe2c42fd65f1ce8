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
    # An RBM may be turned upside down: its Z stays what it was.
    if len(c) < len(b):
        W, b, c = W.T, c, b
    patterns = np.array(list(itertools.product((0.0, 1.0), repeat=len(b))))
    scores = -free_energy(patterns, W, b, c)
    return float(np.logaddexp.reduce(scores))


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
    log_z = log_partition(W, b, c)
    return float((-free_energy(v, W, b, c) - log_z).mean())
