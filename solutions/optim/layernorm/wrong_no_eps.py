"""Leaves eps out.

A sample whose features are all equal, such as an empty image, has variance 0, and 0/0 is
NaN.

Lesson: optim/normalisation#down-the-columns
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / np.sqrt(var) + beta
