"""Applies the sigmoid twice before taking its derivative.

The derivative formula σ(1 − σ) already contains the sigmoid. If its input is
the *output* instead of `x`, the slope at 0 comes out as 0.235 instead of 0.25,
and no slope is ever below 0.196, however far out you are: saturation has
vanished from the numbers. Ask of each variable whether it is before or after
the curve.

Lesson: ann/smooth_units#a-slope-to-follow
"""

import math

import numpy as np


def act(name, x):
    if name == "sigmoid":
        s = _sigmoid(x)
        t = _sigmoid(s)
        return s, t * (1 - t)
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
    e = np.exp(-np.abs(x))
    return np.where(x > 0, 1, e) / (1 + e)
