"""Gives each sample a gain instead of each feature.

The gain has one number for each feature. Turned into a column it fails, or scales whole
samples, which undoes the normalisation.

Lesson: optim/normalisation#along-the-rows
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma[: len(X), None] * centred / np.sqrt(var + eps) + beta
