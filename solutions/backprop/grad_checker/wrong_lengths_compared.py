"""Compares the lengths of two gradients instead of the gradients.

Two arrows of the same length may point anywhere: the gradient times -1, or the
transposed gradient of a square matrix, has exactly the right length. What has
to be small is the length of the difference, not the difference of the lengths.

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
    size = np.linalg.norm(estimate)
    return abs(np.linalg.norm(claim) - size) <= LIMIT * size
