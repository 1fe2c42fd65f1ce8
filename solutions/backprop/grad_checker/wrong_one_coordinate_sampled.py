"""Checks a single entry of each tensor, drawn at random.

A bug often sits in few entries: the last column, the rows of one class, the
units whose ReLU is shut. One sample of twelve misses a bug in one entry eleven
times out of twelve. Sampling is for millions of parameters; here every entry
can be checked.

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
    rng = np.random.default_rng(0)
    index = tuple(rng.integers(size) for size in estimate.shape)
    gap = np.abs(claim[index] - estimate[index])
    # One entry stands for all.
    return gap <= LIMIT * np.abs(estimate).max()
