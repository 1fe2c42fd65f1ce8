"""Turns whole numbers into float64, but leaves float32 as it is.

Near 500 the float32 numbers lie 3e-5 apart, so 500 + 1e-5 is 500 again and the
slope comes out as 0. Near 1 the step survives, 0.1 % too long.
Parameters are usually float32: they have to be widened *before* they are
nudged, and widening the result afterwards brings nothing back.

Lesson: backprop/checking#float64-always
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    whole = x.dtype.kind in "iu"
    point = x.astype(np.float64) if whole else x.copy()
    gradient = np.empty(point.shape)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        point[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient
