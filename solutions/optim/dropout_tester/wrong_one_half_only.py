"""Tries p = 0.5 alone.

At one half the chance to be dropped and the chance to survive are the same, and so are the
two divisors. What confuses them passes.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np

SHAPE, CHANCES, MARGIN = (100, 100), (0.5,), 0.2


def trust(dropout, rng):
    X = 1 + rng.random(SHAPE)
    given = X.copy()
    for p in CHANCES:
        first = dropout(X, p, rng, True)
        second = dropout(X, p, rng, True)
        if not np.array_equal(dropout(X, p, rng, False), given):
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
