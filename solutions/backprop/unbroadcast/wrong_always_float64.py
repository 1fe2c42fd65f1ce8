"""Collects the sums in float64, whatever came in.

`np.zeros` makes float64 unless it is told otherwise. The numbers are right,
but one such array in a float32 network turns everything it meets into float64,
at twice the memory. The contract asks for the dtype of `grad`.

Lesson: backprop/broadcasting#what-was-copied-must-be-summed
"""

import numpy as np


def unbroadcast(grad, shape):
    added = tuple(range(grad.ndim - len(shape)))
    total = grad.sum(axis=added)
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return np.zeros(shape) + total.sum(axis=ones, keepdims=True)
