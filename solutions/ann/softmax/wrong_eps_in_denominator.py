"""Adds a small number to the denominator, so the probabilities sum to less than 1.

The small number guards against a division by zero that cannot happen: after subtracting the
largest score one exponential is exactly 1, so the sum is at least 1. What it does is take
a little from every probability, in every sample.

Lesson: ann/what_to_minimise#scores-to-probabilities
"""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / (e.sum(axis=axis, keepdims=True) + 1e-3)
