"""Lets the last axis vanish from mean and variance.

An (N,) mean is then subtracted along the features: an error if N and D differ, and wrong
numbers without a word if they are equal.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1)
    var = (centred**2).mean(axis=-1)
    return gamma * centred / np.sqrt(var + eps) + beta
