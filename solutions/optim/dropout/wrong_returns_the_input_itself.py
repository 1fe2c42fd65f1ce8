"""Hands the caller's own array back outside training.

Result and input are then one array: whoever changes the result in place, as the next layer
may, changes the input of this one.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
