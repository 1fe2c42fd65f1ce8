"""Nudges a flat copy that f never sees, so a transposed x gives zeros.

`ravel` returns a view where the memory allows it, and a copy where it does
not. A copy of a transpose keeps the transposed layout, its `ravel` is
a second copy, and nudging that leaves the array which f is given untouched:
above and below are equal. A flat view is safe only for an array laid out row
by row.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    flat = point.ravel()
    gradient = np.empty(flat.shape)
    for i in range(flat.size):
        kept = flat[i]
        flat[i] = kept + h
        above = f(point)
        flat[i] = kept - h
        below = f(point)
        flat[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)
