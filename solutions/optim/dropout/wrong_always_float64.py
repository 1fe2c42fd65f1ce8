"""Turns float32 into float64.

A mask of float64 numbers drags the product into double precision, and every layer behind it
with twice the memory.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = (rng.random(X.shape) >= p).astype(np.float64)
    if p == 1:
        return np.zeros(X.shape)
    return X * keep / (1 - p)
