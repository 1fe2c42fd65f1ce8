"""Adds a small number to the norm before it divides.

The number guards against a division by zero that cannot happen: where the norm
is above the limit it is above 0. Gradients as small as that number come out
shorter than they should. Compare first, and divide only where it is needed.

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
    factor = min(1.0, max_norm / (norm + 1e-6))
    return [g * factor for g in grads], norm
