"""Does not look at its input afterwards.

A function that works in place returns what it should and ruins what it was given. Keep a
copy and compare.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np

SHAPE, CHANCES, MARGIN = (100, 100), (0.2, 0.7), 0.05


def trust(dropout, rng):
    X = 1 + rng.random(SHAPE)
    for p in CHANCES:
        first = dropout(X.copy(), p, rng, True)
        second = dropout(X.copy(), p, rng, True)
        if not np.array_equal(dropout(X.copy(), p, rng, False), X):
            return False
        gone = first == 0
        if not np.allclose(first, np.where(gone, 0.0, X / (1 - p))):
            return False
        for one, other in (
            (gone[1:], gone[:-1]),
            (gone[:, 1:], gone[:, :-1]),
            (gone, second == 0),
        ):
            if abs((one & other).mean() - p * p) > MARGIN:
                return False
    return True
