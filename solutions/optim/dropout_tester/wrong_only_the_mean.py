"""Looks at the mean alone.

A mean of 1 has many causes: no dropout at all, normal noise, one mask for all rows. Each
promise needs a question of its own.

Lesson: optim/overfitting#testing-what-is-random
"""

import numpy as np


def trust(dropout, rng):
    X = np.ones((100, 100))
    for p in (0.2, 0.5):
        ratio = dropout(X.copy(), p, rng, True).mean()
        if abs(ratio - 1) > 0.15:
            return False
    return True
