"""Allows an error of 5 %, far more than a right gradient ever shows.

In float64 central differences agree with a right gradient to six digits or
more. A limit of a few per cent is not caution but blindness: an entry that is
off by 1 % has a bug behind it, and passes.

Lesson: backprop/checking#a-ruler-for-gradients
"""

import numpy as np

STEP = 1e-5
LIMIT = 0.05


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
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
