"""Subtracts without a look at the shapes, and numpy broadcasts.

A gradient of shape (1, 3) or (3, 1) for a tensor of shape (3,) is stretched to
fit, and if its values are right no difference is found. The first update with
it gives the parameter a new shape. A gradient has the shape of its tensor,
exactly.

Lesson: backprop/checking#a-ruler-for-gradients
"""

import numpy as np

STEP = 1e-5
LIMIT = 1e-5


def check(f, df, x):
    point = [np.array(tensor, dtype=np.float64) for tensor in x]
    claims = df(point)
    if len(claims) != len(point):
        return False
    return all(
        _agree(claim, _estimate(f, point, tensor))
        for claim, tensor in zip(claims, point, strict=True)
    )


def _estimate(f, point, tensor):
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
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
