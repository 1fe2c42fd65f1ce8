"""Divides by the sum over the whole array, so only the total is 1, not each row.

`e.sum()` without an axis adds up everything. Each row is the scores of one sample and must
become a distribution of its own: sum along `axis`, and keep that axis so that the division
lines up.

Lesson: ann/what_to_minimise#scores-to-probabilities
"""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum()
