"""Nudges a whole tensor at once, which gives the sum of its slopes.

The difference then tells what happens if all entries move together: one number
for the tensor, the same for every entry. Each entry has a slope of its own,
and needs two calls of `f` of its own.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
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
    kept = tensor.copy()
    tensor[:] = kept + STEP
    above = f(point)
    tensor[:] = kept - STEP
    below = f(point)
    tensor[:] = kept
    return np.full_like(tensor, (above - below) / (2 * STEP))


def _agree(claim, estimate):
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
