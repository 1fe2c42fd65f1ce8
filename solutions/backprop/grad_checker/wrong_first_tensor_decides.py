"""Returns from inside the loop, so that only the first tensor is looked at.

`return` ends the function, not the turn of the loop. One wrong tensor is
enough to say `False`, but `True` has to wait until the last tensor has been
compared.

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
    for claim, tensor in zip(claims, point, strict=True):
        return _agree(claim, _estimate(f, point, tensor))


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
