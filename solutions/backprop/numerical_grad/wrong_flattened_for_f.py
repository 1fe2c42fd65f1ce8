"""Hands f a flattened array instead of one of x's shape.

A flat array is handy for the walk, and for a sum of squares the shape makes no
difference. But f may multiply x as a matrix, take its columns, or add a row to
it; flat, it breaks or computes something else. Walk as you like, and let f see
the shape that it was written for.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64).reshape(-1)
    gradient = np.empty_like(point)
    for i in range(point.size):
        kept = point[i]
        point[i] = kept + h
        above = f(point)
        point[i] = kept - h
        below = f(point)
        point[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)
