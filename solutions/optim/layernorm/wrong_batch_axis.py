"""Normalises each feature over the batch.

That is batch normalisation, whose answer for a sample changes with its neighbours. Here
each sample is measured by its own features, along the last axis.

Lesson: optim/normalisation#along-the-rows
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=0, keepdims=True)
    var = (centred**2).mean(axis=0, keepdims=True)
    return gamma * centred / np.sqrt(var + eps) + beta
