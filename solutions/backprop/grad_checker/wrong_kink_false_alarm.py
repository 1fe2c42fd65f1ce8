"""Nudges by 0.01, far enough to step across a kink.

The two points of the difference then lie on different sides of the corner of a
ReLU, and the slope of the line between them is the slope of neither side. The
smaller the step, the fewer units are in its reach; 0.001 from the corner it
has to be smaller than that.

Lesson: backprop/checking#kinks
"""

import numpy as np

STEP = 0.01
LIMIT = 1e-3


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
