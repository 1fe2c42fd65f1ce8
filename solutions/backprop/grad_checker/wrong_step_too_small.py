"""Nudges by so little that rounding drowns the difference.

Two values of `f` near 1 are each rounded at the sixteenth digit. Divided by a
step of 1e-12, that rounding becomes an error near 0.0001 in the slope, and
right gradients are rejected. Smaller is better only down to about 1e-5.

Lesson: backprop/sensitivity#how-small-a-step
"""

import numpy as np

STEP = 1e-12
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
    gap = np.abs(claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
