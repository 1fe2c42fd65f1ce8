"""Six activation functions, each with its derivative."""

import math

import numpy as np


def act(name: str, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return an activation function and its derivative, both at `x`.

    Args:
        name: "sigmoid", "tanh", "relu", "leaky_relu", "softplus" or "gelu".
        x: the inputs, any shape with at least one axis.

    Returns:
        The values and the derivatives, each of the shape and dtype of `x`.

    Raises:
        ValueError: there is no activation of this name.
    """
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
        # log(1 + e^x) = x + log(1 + e^-x): use the one that cannot overflow.
        return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))), _sigmoid(x)
    if name == "gelu":
        below = 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))
        density = np.exp(-0.5 * x**2) / math.sqrt(2 * math.pi)
        # math.erf works in float64, whatever x is.
        below = below.astype(x.dtype)
        return x * below, below + x * density
    raise ValueError(f"there is no activation called {name!r}")


def _sigmoid(x: np.ndarray) -> np.ndarray:
    # The exponent is never positive, so e lies between 0 and 1. For negative
    # x, 1 / (1 + e^-x) is the same as e^x / (1 + e^x).
    e = np.exp(-np.abs(x))
    return np.where(x > 0, 1, e) / (1 + e)
