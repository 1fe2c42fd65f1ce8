"""Drops an entry whose draw is exactly p.

The draws lie in [0, 1): 0 is among them, 1 is not. With `>` a chance of 0 would still drop
the entry that draws 0.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) > p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
