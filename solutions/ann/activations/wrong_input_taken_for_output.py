"""Uses x·(1 − x), which expects the output of the sigmoid, not its input.

This short form circulates in many tutorials, where the array passed in has
already been through the sigmoid. Here it is given `x`: at 0 it says slope 0
where the curve is steepest, and beyond 1 it says the curve falls. Ask of each
variable whether it is before or after the curve.

Lesson: ann/smooth_units#a-slope-to-follow
"""

import math

import numpy as np


def act(name, x):
    if name == "sigmoid":
        s = _sigmoid(x)
        return s, x * (1 - x)
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
