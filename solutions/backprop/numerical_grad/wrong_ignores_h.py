"""Uses a step of its own, whatever `h` the caller passes.

The caller picks the step: a larger one for a noisy f, several in a row to see
how the error depends on it. A number written into the body makes the argument
a decoration, and all rows of such a sweep come out alike. Look for a constant
where the name should be.

Lesson: backprop/sensitivity#how-small-a-step
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    step = 1e-5
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + step
        above = f(point)
        point[index] = kept - step
        below = f(point)
        point[index] = kept
        gradient[index] = (above - below) / (2 * step)
    return gradient
