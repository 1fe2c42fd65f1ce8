"""Computes the tanh approximation of gelu instead of gelu.

The approximation saves the error function and is off by up to 0.0005. Some
libraries and published models use it on purpose, so both exist: load weights
trained with one into code that uses the other and every layer is slightly off,
with no error message. This task asks for the exact one.

Lesson: ann/smooth_units#units-in-use-today
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
        c = math.sqrt(2 / math.pi)
        t = np.tanh(c * (x + 0.044715 * x**3))
        slope = 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * c * (
            1 + 3 * 0.044715 * x**2
        )
        return 0.5 * x * (1 + t), slope
    raise ValueError(f"there is no activation called {name!r}")


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x > 0, 1, e) / (1 + e)
