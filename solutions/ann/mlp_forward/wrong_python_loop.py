"""Sends the samples through one at a time, in Python.

The numbers are right, and slow: thousands of tiny products instead of one large one per
layer. Rows of `X` do not depend on each other, so one product takes them all.

Lesson: ann/layers#one-product-for-all-samples
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params:
        z = np.stack([row @ W + b for row in a])
        cache.append((a, z))
        a = np.maximum(z, 0)
    return z, cache
