"""Divides 0 by 0 when everything is dropped.

With p = 1 nothing survives and the divisor is 0. The result is all zeros, by definition;
the division has to be kept from happening.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= p
    return (
        X * keep / np.float32(1 - p)
        if X.dtype == np.float32
        else X * keep / np.float64(1 - p)
    )
