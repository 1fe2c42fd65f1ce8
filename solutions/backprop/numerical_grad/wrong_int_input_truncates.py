"""Copies whole numbers as whole numbers, so the step is cut off.

Written into an array of whole numbers, 3.00001 becomes 3 and 2.99999 becomes
2. The two points then lie a whole unit apart, or coincide, and never where you
meant: the slopes are absurdly large, or 0. The array that carries the nudge
needs a dtype with room for it, whatever the dtype of x.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = x.copy()
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
