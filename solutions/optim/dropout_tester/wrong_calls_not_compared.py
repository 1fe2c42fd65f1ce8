"""Calls once and never again.

An implementation with a seed of its own draws the same mask at every step of the training,
so that half of the network is never trained. One call cannot show that.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np

SHAPE, CHANCES, MARGIN = (100, 100), (0.2, 0.7), 0.05


def trust(dropout, rng):
    X = 1 + rng.random(SHAPE)
    given = X.copy()
    for p in CHANCES:
        first = dropout(X, p, rng, True)
        if not np.array_equal(dropout(X, p, rng, False), given):
            return False
        gone = first == 0
        if not np.allclose(first, np.where(gone, 0.0, X / (1 - p))):
            return False
        for one, other in (
            (gone[1:], gone[:-1]),
            (gone[:, 1:], gone[:, :-1]),
        ):
            if abs((one & other).mean() - p * p) > MARGIN:
                return False
    return True
