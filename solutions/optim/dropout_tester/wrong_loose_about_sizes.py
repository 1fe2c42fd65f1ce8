"""Compares the survivors with a wide margin.

How many survive is a matter of chance; what they are divided by is not. The share that
happened to survive differs from 1 - p by a per cent, and a margin of a tenth lets it
through.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np

SHAPE, CHANCES, MARGIN = (100, 100), (0.2, 0.7), 0.05


def trust(dropout, rng):
    X = 1 + rng.random(SHAPE)
    given = X.copy()
    for p in CHANCES:
        first = dropout(X, p, rng, True)
        second = dropout(X, p, rng, True)
        if not np.array_equal(dropout(X, p, rng, False), given):
            return False
        gone = first == 0
        if not np.allclose(first, np.where(gone, 0.0, X / (1 - p)), rtol=0.1):
            return False
        for one, other in (
            (gone[1:], gone[:-1]),
            (gone[:, 1:], gone[:, :-1]),
            (gone, second == 0),
        ):
            if abs((one & other).mean() - p * p) > MARGIN:
                return False
    return True
