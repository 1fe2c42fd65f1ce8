"""Shifts the caller's own scores.

`logits -= …` writes into the array that was passed in. The gradient is right,
but whoever computes the loss or the accuracy from those scores afterwards sees
other numbers than before. Give the shifted scores an array of their own.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def ce_backward(logits, y):
    logits -= logits.max(axis=1, keepdims=True)
    powers = np.exp(logits)
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[np.arange(len(y)), y] -= 1
    return slopes / len(y)
