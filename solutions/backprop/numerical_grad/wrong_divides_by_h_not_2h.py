"""Divides by h although the two points lie 2h apart: every slope is doubled.

A slope is rise over run. The run from x - h to x + h is not h. A gradient that
is wrong by the same factor everywhere still points the right way, so descent
works and the mistake goes unseen, until you check another gradient against
this one.

Lesson: backprop/sensitivity#central-differences
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        point[index] = kept
        gradient[index] = (above - below) / h
    return gradient
