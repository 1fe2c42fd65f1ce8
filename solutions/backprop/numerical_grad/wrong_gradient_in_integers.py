"""Collects the slopes in an array of x's own dtype.

`np.zeros_like(x)` copies the dtype along with the shape. For an x of whole
numbers each slope loses its fraction on the way in, and 0.8 becomes 0; for
float32 nine of sixteen digits go. The points were right, the answers were
right, only the box for the result was too small.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        point[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient
