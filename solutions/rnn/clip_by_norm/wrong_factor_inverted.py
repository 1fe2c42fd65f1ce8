"""Multiplies by the norm over the limit, which lengthens what is too long.

The factor has to be at most 1: the limit divided by the norm.

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
    factor = norm / max_norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
