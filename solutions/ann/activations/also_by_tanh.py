"""Another right way: sigmoid from tanh, masks instead of where."""

import math

import numpy as np


def act(name, x):
    kind = x.dtype
    half = (np.tanh(0.5 * x) + 1) * 0.5
    right = np.heaviside(x, 0)
    match name:
        case "sigmoid":
            y, dy = half, half - half * half
        case "tanh":
            y, dy = np.tanh(x), 1 / np.cosh(np.clip(x, -40, 40)) ** 2
        case "relu":
            y, dy = x * right, right
        case "leaky_relu":
            y, dy = np.maximum(x, 0.01 * x), right + 0.01 * (1 - right)
        case "softplus":
            y, dy = np.logaddexp(0, x), half
        case "gelu":
            phi = (
                np.array([math.erf(v / 2**0.5) for v in x.ravel()]).reshape(
                    x.shape
                )
                / 2
                + 0.5
            )
            y = x * phi
            dy = phi + x * np.exp(-(x**2) / 2) * (2 * np.pi) ** -0.5
        case _:
            raise ValueError("unknown activation: " + name)
    return y.astype(kind), dy.astype(kind)
