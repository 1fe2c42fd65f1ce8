"""Normalises along axis 1, wherever the features are.

For a table of samples that is the last axis. With time steps in between it is the wrong
one: each feature is then normalised over time.

Lesson: optim/normalisation#along-the-rows
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    axis = min(1, X.ndim - 1)
    centred = X - X.mean(axis=axis, keepdims=True)
    var = (centred**2).mean(axis=axis, keepdims=True)
    return gamma * centred / np.sqrt(var + eps) + beta
