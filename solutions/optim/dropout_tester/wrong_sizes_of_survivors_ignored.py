"""Counts the zeros and never looks at the others.

Without division by 1 - p the zeros are as they should be, and so are they with noise on
top. The second promise is about the entries that live.

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
        for one, other in (
            (gone[1:], gone[:-1]),
            (gone[:, 1:], gone[:, :-1]),
            (gone, second == 0),
        ):
            if abs((one & other).mean() - p * p) > MARGIN:
                return False
    return True
