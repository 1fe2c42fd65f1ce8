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
        # TODO: the value without overflow, then the derivative at x.
        raise NotImplementedError
    # TODO: the other five.
    raise NotImplementedError
