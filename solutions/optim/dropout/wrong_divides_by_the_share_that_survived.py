"""Divides by the share that happened to survive.

That keeps the mean of *this* mask exactly, and couples the entries: the size of one depends
on the luck of all others. The expectation is what has to stay.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / np.asarray(max(keep.mean(), 1e-12), X.dtype)
