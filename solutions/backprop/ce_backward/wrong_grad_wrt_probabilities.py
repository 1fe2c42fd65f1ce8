"""Returns the slopes with respect to the probabilities, not to the scores.

The slope of -log p is -1/p at the true class and 0 elsewhere. But moving one
score moves all probabilities of its row, because they share a sum: the softmax
has to be walked through as well. The signs are rows that do not sum to 0, and
slopes that grow without bound, to -1/0, when a sample is sure and wrong.

Lesson: backprop/loss_gradient#why-the-two-belong-together
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    slopes = np.zeros_like(p)
    slopes[rows, y] = -1 / p[rows, y]
    return slopes / len(y)
