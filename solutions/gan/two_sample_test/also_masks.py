"""Another right way: norms of all pairs of the pool, and a mask of who is in the first set."""

import numpy as np


def energy_distance(X, Y):
    both = np.vstack([X, Y])
    table = np.linalg.norm(both[:, None] - both, axis=-1)
    weight = np.r_[np.full(len(X), 1 / len(X)), np.full(len(Y), -1 / len(Y))]
    return -(weight @ table @ weight)


def permutation_p(X, Y, statistic, rounds, rng):
    both = np.vstack([X, Y])
    observed = statistic(X, Y)

    def deal():
        first = np.zeros(len(both), dtype=bool)
        first[rng.choice(len(both), size=len(X), replace=False)] = True
        return statistic(both[first], both[~first])

    deals = np.array([deal() for _ in range(rounds)])
    return np.float64(1 + np.count_nonzero(deals >= observed)) / (rounds + 1)
