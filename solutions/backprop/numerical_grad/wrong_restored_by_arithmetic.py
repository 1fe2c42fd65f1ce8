"""Adds and subtracts h to get back, which does not quite lead back.

Each sum is rounded: 0.7 + 1e-5 - 2e-5 + 1e-5 ends 1e-16 below 0.7. The other
entries are then not those of x any more, and after thousands of calls during
training the parameters have wandered. Nothing has to be computed to restore a
number that was noted before.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.asarray(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        point[index] += h
        above = f(point)
        point[index] -= 2 * h
        below = f(point)
        point[index] += h
        gradient[index] = (above - below) / (2 * h)
    return gradient
