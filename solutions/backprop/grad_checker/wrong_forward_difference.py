"""Nudges to one side only.

The error of a one-sided difference is half the step times the bend of the
function. Near a minimum, where the slope is small and the bend is not, that is
a large part of the slope, and the right gradient is rejected. With a nudge to
either side the bend cancels.

Lesson: backprop/sensitivity#central-differences
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
        tensor[index] = kept
        below = f(point)
        tensor[index] = kept
        slopes[index] = (above - below) / STEP
    return slopes


def _agree(claim, estimate):
    if claim.shape != estimate.shape:
        return False
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
