"""Moves all entries together, so every entry of the gradient is the same.

f(x + h) with an array x adds h to *each* entry. The difference is the slope
along the diagonal, which is the sum of all the slopes you are after, and no
single one of them. To learn what one entry does, every other entry must stay
where it is.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        gradient[index] = (f(point + h) - f(point - h)) / (2 * h)
    return gradient
