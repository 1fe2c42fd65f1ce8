"""Lets infinities and NaN pass.

Infinity over infinity is NaN, so one overflow turns every entry of every
gradient to NaN, and the next step all weights. A norm that is not finite has
to be told, not divided by.

Lesson: rnn/vanishing#clipping
"""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    norm = math.sqrt(sum(float((g**2).sum()) for g in grads))
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
