"""Gives every entry the sum of the whole gradient.

An entry answers for its own copies only. A bias of shape (3,) beside a table
(N, 3) was copied down its own column; the other columns are the business of
the other entries. Take the smallest example with two columns, change one entry
of the bias by hand, and see which entries of the result move.

Lesson: backprop/broadcasting#what-was-copied-must-be-summed
"""

import numpy as np


def unbroadcast(grad, shape):
    if grad.shape == shape:
        return grad
    return np.full(shape, grad.sum(), grad.dtype)
