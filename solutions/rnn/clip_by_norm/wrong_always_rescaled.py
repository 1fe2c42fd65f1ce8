"""Scales every gradient to the limit, short ones too.

Near a minimum gradients become small, and steps should too. Stretched to the
limit they would never settle. Only what is too long is shortened.

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
    factor = max_norm / norm if norm else 1.0
    return [g * factor for g in grads], norm
