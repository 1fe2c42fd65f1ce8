"""Skips the comparison when the claimed gradient is all zeros.

That avoids the division of zero by zero, but for the wrong reason: a gradient
that somebody forgot to compute is all zeros too. Zeros are right only where
the *estimate* is zero as well.

Lesson: backprop/checking#small-gradients-and-big-ones
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
    if claim.shape != estimate.shape:
        return False
    if not claim.any():
        return True
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
