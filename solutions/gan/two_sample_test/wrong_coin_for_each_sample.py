"""Throws a coin for each sample to say where it goes.

Then the sizes of the sets change from round to round, and a set may even be empty. A deal
keeps N and M.

Lesson: gan/two_samples#shuffle-the-names
"""

from collections.abc import Callable

import numpy as np


def mean_distance(A: np.ndarray, B: np.ndarray) -> float:
    gaps = A[:, None, :] - B[None, :, :]
    return float(np.sqrt((gaps**2).sum(axis=2)).mean())


def energy_distance(X: np.ndarray, Y: np.ndarray) -> float:
    across = mean_distance(X, Y)
    return 2 * across - mean_distance(X, X) - mean_distance(Y, Y)


def permutation_p(
    X: np.ndarray,
    Y: np.ndarray,
    statistic: Callable[[np.ndarray, np.ndarray], float],
    rounds: int,
    rng: np.random.Generator,
) -> float:
    seen = statistic(X, Y)
    pool = np.concatenate([X, Y])
    hits = 0
    for _ in range(rounds):
        heads = rng.random(len(pool)) < len(X) / len(pool)
        # A deal that does exactly as well speaks for chance, too.
        hits += statistic(pool[heads], pool[~heads]) >= seen
    # The deal that was found is one of the possible ones: hence the two 1s.
    return (1 + hits) / (1 + rounds)
