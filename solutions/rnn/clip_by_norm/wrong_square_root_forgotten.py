"""Takes the sum of squares for the norm.

A length is the square root of the sum of squares. Without the root a gradient
of length 10 counts as 100 and is shortened ten times too much.

Lesson: rnn/vanishing#clipping
"""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    norm = sum(float((g**2).sum()) for g in grads)
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
