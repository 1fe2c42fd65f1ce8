"""The gradient of any function, by nudging one coordinate at a time."""

from collections.abc import Callable

import numpy as np


def numerical_grad(
    f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-5
) -> np.ndarray:
    """Return the gradient of f at x by central differences.

    Args:
        f: takes an array of x's shape and returns one number.
        x: where to take the gradient; any shape, floats or whole numbers.
        h: how far each coordinate is moved, to either side.

    Returns:
        An array of x's shape, float64: one slope for each entry of x.
    """
    # TODO: for each entry, ask f a little above and a little below.
    raise NotImplementedError
