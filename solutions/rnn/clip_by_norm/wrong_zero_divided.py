"""Divides by a norm of zero.

A batch on which the loss is flat has a gradient of zero, and 0/0 is NaN.
Nothing has to be clipped there.

Lesson: rnn/vanishing#clipping
"""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    norm = math.sqrt(sum(float((g**2).sum()) for g in grads))
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    return [g / norm * min(norm, max_norm) for g in grads], norm
