"""Scales the caller's own arrays.

The contract asks for new ones. Somebody who logs the raw gradients afterwards
would log the clipped ones. `g *= factor` writes into `g`; `g * factor` does
not.

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
    factor = max_norm / norm if norm > max_norm else 1.0
    for g in grads:
        g *= factor
    return [g.copy() for g in grads], norm
