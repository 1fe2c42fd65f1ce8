"""A test for two clouds."""

from collections.abc import Callable

import numpy as np


def energy_distance(X: np.ndarray, Y: np.ndarray) -> float:
    """Return how differently two sets of samples lie.

    Args:
        X: samples of one set, shape (N, D).
        Y: samples of the other, shape (M, D).
    """
    # TODO: three mean distances.
    raise NotImplementedError


def permutation_p(
    X: np.ndarray,
    Y: np.ndarray,
    statistic: Callable[[np.ndarray, np.ndarray], float],
    rounds: int,
    rng: np.random.Generator,
) -> float:
    """Return how often chance makes a statistic as large as it is.

    Args:
        X: samples of one set, shape (N, D).
        Y: samples of the other, shape (M, D).
        statistic: function of two sets; larger means more different.
        rounds: how often the samples are dealt out anew.
        rng: source of chance.
    """
    # TODO: the statistic, the pool, and a loop that deals and counts.
    raise NotImplementedError
