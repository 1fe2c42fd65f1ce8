"""A test for two clouds."""

from collections.abc import Callable

import numpy as np


def mean_distance(A: np.ndarray, B: np.ndarray) -> float:
    """Return the mean distance between a row of A and a row of B."""
    gaps = A[:, None, :] - B[None, :, :]
    return float(np.sqrt((gaps**2).sum(axis=2)).mean())


def energy_distance(X: np.ndarray, Y: np.ndarray) -> float:
    """Return how differently two sets of samples lie.

    Args:
        X: samples of one set, shape (N, D).
        Y: samples of the other, shape (M, D).
    """
    across = mean_distance(X, Y)
    return 2 * across - mean_distance(X, X) - mean_distance(Y, Y)


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
    seen = statistic(X, Y)
    pool = np.concatenate([X, Y])
    hits = 0
    for _ in range(rounds):
        mixed = rng.permutation(pool)
        # A deal that does exactly as well speaks for chance, too.
        hits += statistic(mixed[: len(X)], mixed[len(X) :]) >= seen
    # The deal that was found is one of the possible ones: hence the two 1s.
    return (1 + hits) / (1 + rounds)
