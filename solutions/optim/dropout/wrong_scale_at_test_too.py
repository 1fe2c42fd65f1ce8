"""Corrects the mean twice: in training and after it.

The old form of dropout shrinks at test time, the inverted one enlarges in training. Both
together make everything too small by 1 - p.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X * (1 - p)
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / (1 - p)
