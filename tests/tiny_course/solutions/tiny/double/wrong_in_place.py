"""Doubles the caller's own array.

The caller still needs it.

Lesson: tiny/first#doubling
"""

import numpy as np


def double(x):
    if isinstance(x, np.ndarray):
        x *= 2
        return x.copy()
    return 2 * x
