"""Measures the errors of all tensors by the largest slope of any of them.

Beside a weight matrix whose slopes are near 100,000, a bias with slopes near
0.1 may be completely wrong: its error is a millionth of the common scale. A
layer is often right in one tensor and wrong in another, and each needs its own
scale.

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
    estimates = [_estimate(f, point, tensor) for tensor in point]
    pairs = list(zip(claims, estimates, strict=True))
    if any(claim.shape != estimate.shape for claim, estimate in pairs):
        return False
    return _agree(
        np.concatenate([claim.ravel() for claim, _ in pairs]),
        np.concatenate([estimate.ravel() for _, estimate in pairs]),
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
