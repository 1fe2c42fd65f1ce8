"""Takes the largest signed difference, so that too small passes as right.

Where the claim lies below the estimate the difference is negative, and a
negative number is below every limit. A gradient of half the length is then
accepted as long as all slopes are positive. An error has a size, not a side.

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
    if claim.shape != estimate.shape:
        return False
    gap = (claim - estimate).max()
    return gap <= LIMIT * np.abs(estimate).max()
