"""Leaves the survivors as they are.

With p = 0.5 the next layer then gets half of what it will get without dropout, and all that
it has learned about sizes is off by a factor of 2 at test time.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep
