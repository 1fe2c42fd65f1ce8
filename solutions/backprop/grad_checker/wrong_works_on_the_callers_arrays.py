"""Nudges the caller's arrays, and undoes it by adding the step again.

`np.asarray` copies nothing that is float64 already, so these are the weights
of the network itself. Adding h, subtracting 2h and adding h again does not
always return the same number: each of the three is rounded. A check must not
change what it checks. Take a copy, and put the saved value back.

Lesson: backprop/checking#float64-always
"""

import numpy as np

STEP = 1e-5
LIMIT = 1e-5


def check(f, df, x):
    point = [np.asarray(tensor, dtype=np.float64) for tensor in x]
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
        tensor[index] += STEP
        above = f(point)
        tensor[index] -= 2 * STEP
        below = f(point)
        tensor[index] += STEP
        slopes[index] = (above - below) / (2 * STEP)
    return slopes


def _agree(claim, estimate):
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
