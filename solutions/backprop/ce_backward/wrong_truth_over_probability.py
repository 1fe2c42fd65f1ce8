"""Divides the truth by the probability: slopes of -log p, not of scores.

Truth over probability is how the loss reacts to a probability. Moving one
score moves all probabilities of its row, because they share a sum: the softmax
has to be walked through as well. The signs are rows that do not sum to 0, and
0/0 as soon as a class has no probability left.

Lesson: backprop/loss_gradient#why-the-two-belong-together
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    truth = np.zeros_like(p)
    truth[np.arange(len(y)), y] = 1
    return -truth / p / len(y)
