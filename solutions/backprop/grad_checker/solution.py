"""A gradient checker: the test that the rest of the topic relies on."""

from collections.abc import Callable

import numpy as np

Tensors = list[np.ndarray]

STEP = 1e-5
LIMIT = 1e-5


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
    # In float32 the two values of f would agree in all the digits they have.
    point = [np.array(tensor, dtype=np.float64) for tensor in x]
    claims = df(point)
    if len(claims) != len(point):
        return False
    return all(
        _agree(claim, _estimate(f, point, tensor))
        for claim, tensor in zip(claims, point, strict=True)
    )


def _estimate(f, point, tensor):
    """Return the slopes of f along the entries of one tensor of `point`."""
    slopes = np.empty_like(tensor)
    for index in np.ndindex(tensor.shape):
        kept = tensor[index]
        tensor[index] = kept + STEP
        above = f(point)
        tensor[index] = kept - STEP
        below = f(point)
        tensor[index] = kept
        slopes[index] = (above - below) / (2 * STEP)
    return slopes


def _agree(claim, estimate):
    """Return whether one tensor's claim is within LIMIT of its estimate."""
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    # A product, not a quotient: 0 <= 0 holds, and NaN fails every comparison.
    # The estimate is finite even where the claim is not.
    return gap <= LIMIT * np.abs(estimate).max()
