"""Relies on `np.allclose`, which by default allows 1e-8 of absolute error.

`allclose` adds a relative and an absolute allowance. The second is there for
numbers that should be zero, and it swallows whole gradients near 1e-9: each of
them is "close" to any other. Read the default values of the two tolerances.

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
    return np.allclose(claim, estimate, rtol=LIMIT)
