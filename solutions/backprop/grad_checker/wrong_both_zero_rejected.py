"""Divides by the size of the gradient even where it is zero.

A ReLU that is shut has a gradient of exactly zero, and so has the estimate.
Zero over zero is NaN, and no comparison with NaN holds: the right answer is
rejected. Two zeros agree perfectly.

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
    with np.errstate(invalid="ignore", divide="ignore"):
        size = np.maximum(np.abs(claim), np.abs(estimate)).max()
        error = np.abs(claim - estimate).max() / size
    return error <= LIMIT
