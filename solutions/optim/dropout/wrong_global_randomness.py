"""Draws from numpy's global generator.

The seed of the caller then decides nothing, and no run can be repeated. The randomness
comes from the `rng` that was handed over.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = np.random.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
