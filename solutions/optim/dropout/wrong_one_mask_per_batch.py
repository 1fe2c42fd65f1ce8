"""Draws one mask and uses it for all samples.

Every sample of the batch then loses the same units: a much smaller network for this step,
and not the average over many that dropout is about. The generator gets to draw too few
numbers.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape[1:]) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
