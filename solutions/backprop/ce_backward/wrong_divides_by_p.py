"""Divides by p once more, as if the -1/p of the logarithm were still to come.

Probability minus truth is the end of the calculation: the slope of the
logarithm is already in it, and has cancelled against the slope of the softmax.
Divided by p, the slopes of unlikely classes explode, and 0/0 is NaN once a
probability has rounded to 0.

Lesson: backprop/loss_gradient#why-the-two-belong-together
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    p = slopes.copy()
    slopes[np.arange(len(y)), y] -= 1
    return slopes / p / len(y)
