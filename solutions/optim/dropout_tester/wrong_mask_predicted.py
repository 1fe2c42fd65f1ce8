"""Expects the draws of one particular implementation.

With a twin of the generator the mask can be predicted for whoever calls `rng.random` once.
Others draw otherwise and are right as well. Test promises, not code.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np

SHAPE, CHANCES, MARGIN = (100, 100), (0.2, 0.7), 0.05


def trust(dropout, rng):
    X = 1 + rng.random(SHAPE)
    given = X.copy()
    for p in CHANCES:
        twin = np.random.default_rng(7)
        rng = np.random.default_rng(7)
        first = dropout(X, p, rng, True)
        second = dropout(X, p, rng, True)
        if not np.array_equal(dropout(X, p, rng, False), given):
            return False
        gone = first == 0
        if not np.array_equal(gone, twin.random(X.shape) < p):
            return False
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
