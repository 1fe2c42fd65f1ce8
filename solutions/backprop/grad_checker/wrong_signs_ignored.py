"""Compares the sizes of the slopes and not the slopes.

A gradient with the wrong sign leads uphill, and it is the commonest mistake of
all. Your checker takes absolute values before it subtracts, so that -2 and 2
look alike. Subtract first.

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
    gap = np.abs(np.abs(claim) - np.abs(estimate)).max()
    return gap <= LIMIT * np.abs(estimate).max()
