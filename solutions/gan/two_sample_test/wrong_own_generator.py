"""Makes a generator of its own, with a fixed seed.

Then the answer never changes, whatever the caller passes, and nobody can see how much it
depends on chance.

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
    rng = np.random.default_rng(0)
    hits = 0
    for _ in range(rounds):
        mixed = rng.permutation(pool)
        # A deal that does exactly as well speaks for chance, too.
        hits += statistic(mixed[: len(X)], mixed[len(X) :]) >= seen
    # The deal that was found is one of the possible ones: hence the two 1s.
    return (1 + hits) / (1 + rounds)
