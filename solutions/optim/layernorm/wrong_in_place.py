"""Centres the caller's array.

`X -= ...` writes into the input, which the backward pass, or a connection around this
layer, still needs.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    X -= X.mean(axis=-1, keepdims=True)
    centred = X
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / np.sqrt(var + eps) + beta
