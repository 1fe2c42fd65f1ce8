"""Keeps the dtype of `x`, so that float32 is differenced in float32.

float32 has seven digits. Two values of `f` that lie 0.00001 apart agree in
most of them, the difference is mainly rounding, and a right gradient seems to
be off by a percent or so. Convert the tensors before the first nudge.

Lesson: backprop/checking#float64-always
"""

import numpy as np

STEP = 1e-5
LIMIT = 1e-5


def check(f, df, x):
    point = [np.array(tensor) for tensor in x]
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
