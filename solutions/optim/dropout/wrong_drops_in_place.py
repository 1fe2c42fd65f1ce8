"""Writes the zeros into the caller's array.

The activations of the layer before are then gone, and its backward pass computes with zeros
that were never there.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    X[~keep] = 0
    return X / (1 - p)
