"""Rejects whatever does not repeat itself.

Two calls give two masks: that is the point of dropout, not a fault. Ask what must be the
same every time, and what must not.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np


def trust(dropout, rng):
    X = rng.normal(size=(20, 30))
    once, twice = (dropout(X.copy(), 0.5, rng, True) for _ in range(2))
    return np.array_equal(once, twice)
