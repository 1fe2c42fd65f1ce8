"""Adds eps to the root.

Inside the root 1e-5 acts like a deviation of 0.003, outside like one of 0.00001. Samples
with a small spread come out much larger.

Lesson: optim/normalisation#down-the-columns
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / (np.sqrt(var) + eps) + beta
