"""Multiplies probability minus truth by p(1 − p).

That factor is the slope of the sigmoid, and belongs to squared error on
probabilities. With the logarithm it cancels, which is what makes the pair so
good: a sample that is sure and wrong, p near 0, keeps a slope near -1. With
the factor its slope is near 0, and it stops learning where it should learn
most.

Lesson: backprop/loss_gradient#why-the-two-belong-together
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    p = slopes.copy()
    slopes[np.arange(len(y)), y] -= 1
    return slopes * p * (1 - p) / len(y)
