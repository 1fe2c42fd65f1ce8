"""Walks over the first axis only, so a matrix is nudged row by row.

`x[i]` is one number when x has one axis; for a matrix it is a whole row, and
all entries of the row move together. Each then receives the sum of the row's
slopes. A single number, with no axis at all, has no `x[0]`. The walk has to
reach every entry, whatever the number of axes.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for i in range(len(point)):
        kept = point[i].copy()
        point[i] = kept + h
        above = f(point)
        point[i] = kept - h
        below = f(point)
        point[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient
