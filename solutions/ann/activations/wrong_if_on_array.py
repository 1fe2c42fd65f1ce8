"""Asks `if x > 0` of a whole array.

`x > 0` has one answer per number, and an `if` needs a single one, so numpy
refuses: "the truth value of an array … is ambiguous". It works with one
number, which is how the mistake survives a quick try. Choose element by
element with `np.where`, `np.maximum` or a mask.

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
        return t, 1 - t**2
    if name == "relu":
        if x > 0:
            return x.copy(), np.ones_like(x)
        return np.zeros_like(x), np.zeros_like(x)
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
