"""The gradient of any function, by nudging one coordinate at a time."""

from collections.abc import Callable

import numpy as np


def numerical_grad(
    f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-5
) -> np.ndarray:
    """Return the gradient of f at x by central differences.

    Args:
        f: takes an array of x's shape and returns one number.
        x: where to take the gradient; any shape, floats or whole numbers.
        h: how far each coordinate is moved, to either side.

    Returns:
        An array of x's shape, float64: one slope for each entry of x.
    """
    # A copy leaves the caller's x alone, and float64 has room for the step:
    # whole numbers would cut it off, float32 would round most of it away.
    point = np.array(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        # Put back the number itself: adding h again would not quite be it.
        point[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient
