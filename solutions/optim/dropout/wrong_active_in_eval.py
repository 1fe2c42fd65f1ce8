"""Drops outside training too.

The answers of the finished model then change from call to call, and are worse than they
need to be. Look at what happens when `train` is false.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
