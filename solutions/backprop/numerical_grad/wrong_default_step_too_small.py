"""Takes a default step so small that rounding drowns the difference.

Smaller is not better without end. f is stored to about 16 digits; at a step of
1e-10 the two answers agree in nearly all of them, and dividing what is left by
2e-10 magnifies the rounding. The sine's slope is then right to seven digits
instead of eleven. The contract fixes the default near the best trade.

Lesson: backprop/sensitivity#how-small-a-step
"""

import numpy as np


def numerical_grad(f, x, h=1e-10):
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        point[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient
