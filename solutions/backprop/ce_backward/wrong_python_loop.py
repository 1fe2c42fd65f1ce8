"""Walks over the samples in Python.

The slopes are right, but each sample costs several numpy calls of about a
microsecond each, for a handful of numbers. Everything here works on all rows
at once: reductions along axis 1, and an index with two arrays for the true
classes.

Lesson: ann/layers#one-product-for-all-samples
"""

import numpy as np


def ce_backward(logits, y):
    slopes = np.empty_like(logits)
    for n, truth in enumerate(y):
        powers = np.exp(logits[n] - logits[n].max())
        slopes[n] = powers / powers.sum()
        slopes[n, truth] -= 1
    return slopes / len(y)
