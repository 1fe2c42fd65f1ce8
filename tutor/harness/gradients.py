"""Gradients by central differences, the oracle for gradients written by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]

STEP = 1e-5
"""Balances truncation (h squared) against rounding (1/h) in float64: error about 1e-11."""


def numeric_gradient(
    function: Callable[[Array], float], x: Array, step: float = STEP
) -> Array:
    """Return the gradient of a scalar function at `x`, float64, of the shape of `x`."""
    point = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + step
        above = float(function(point))
        point[index] = kept - step
        below = float(function(point))
        point[index] = kept
        gradient[index] = (above - below) / (2 * step)
    return gradient
