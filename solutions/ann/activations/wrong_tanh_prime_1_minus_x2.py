"""Squares the input instead of the output in the derivative of tanh.

The slope of tanh is 1 − t², where t is tanh(x), a number between −1 and 1.
With x in its place the slope at 1000 is −999,999, though the curve is flat
there and never falls. A slope of tanh outside 0 to 1 is always a mistake.

Lesson: ann/smooth_units#a-slope-to-follow
"""

import math

import numpy as np


def act(name, x):
    if name == "sigmoid":
        s = _sigmoid(x)
        return s, s * (1 - s)
    if name == "tanh":
        t = np.tanh(x)
        return t, 1 - x**2
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
    e = np.exp(-np.abs(x))
    return np.where(x > 0, 1, e) / (1 + e)
