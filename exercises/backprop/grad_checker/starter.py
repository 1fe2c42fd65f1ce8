"""A gradient checker: the test that the rest of the topic relies on."""

from collections.abc import Callable

import numpy as np

Tensors = list[np.ndarray]


def check(
    f: Callable[[Tensors], float],
    df: Callable[[Tensors], Tensors],
    x: Tensors,
) -> bool:
    """Return whether `df` gives the gradient of `f` at `x`.

    Args:
        f: a function of a list of arrays; returns one float.
        df: claims to return the gradient of f: one array per tensor.
        x: the tensors, float64 or float32; they stay as they were.

    Returns:
        True if every tensor of df(x) agrees with central differences.
    """
    # TODO: float64 copies; the claim; per tensor: shape, estimate, compare.
    raise NotImplementedError
