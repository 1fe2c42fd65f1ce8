"""Divides the sum of squares by D - 1.

The D features of a sample are all there are, not a selection from more, so their spread is
the mean square. With few features the difference is large.

Lesson: optim/normalisation#along-the-rows
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1, keepdims=True)
    var = X.var(axis=-1, keepdims=True, ddof=1)
    return gamma * centred / np.sqrt(var + eps) + beta
