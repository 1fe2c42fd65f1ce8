"""Leaves each entry nudged when it goes on to the next.

The first slope is right. The second is taken at a point that has moved by h,
the third at one that has moved twice. Where the slope changes quickly, as near
a minimum, that is enough to reject a right gradient. Put the old value back.

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
    slopes = np.empty_like(tensor)
    for index in np.ndindex(tensor.shape):
        kept = tensor[index]
        tensor[index] = kept + STEP
        above = f(point)
        tensor[index] = kept - STEP
        below = f(point)
        slopes[index] = (above - below) / (2 * STEP)
    return slopes


def _agree(claim, estimate):
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
