"""Exponentiates the raw scores, so large ones overflow.

`np.exp(1000)` is infinite in floating point, and infinity divided by infinity is NaN. The
formula is right on paper and wrong on a machine. Adding the same number to all scores of a
row cancels in the ratio, so subtract the row's largest score first: then the largest
exponent is 0 and the sum is at least 1.

Lesson: ann/what_to_minimise#scores-to-probabilities
"""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
