"""Turns float32 into float64.

Every later operation then mixes two precisions and takes twice the memory. A layer keeps
the precision it is given.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    X = X.astype(np.float64)
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / np.sqrt(var + eps) + beta
