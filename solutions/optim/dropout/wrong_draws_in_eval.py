"""Draws a mask even where it is not used.

The result is right, but the generator has moved: whether you measured the model in between
now decides how training goes on.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    keep = rng.random(X.shape) >= p
    if not train:
        return X.copy()
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
