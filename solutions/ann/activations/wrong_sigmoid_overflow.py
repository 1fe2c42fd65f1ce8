"""Raises e to the power 1000 on the way to the sigmoid.

The answer survives by luck: e^1000 is infinite, and 1 divided by infinity is
0. But numpy warns, the same expression inside a longer formula gives NaN, and
a warning that is always there hides the one that matters. Look at the sign of
the exponent for very negative `x`.

Lesson: ann/smooth_units#exponentials-that-only-shrink
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
        return np.maximum(x, 0), (x > 0).astype(x.dtype)
    if name == "leaky_relu":
        slope = np.where(x > 0, 1, 0.01).astype(x.dtype)
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
    return 1 / (1 + np.exp(-x))
