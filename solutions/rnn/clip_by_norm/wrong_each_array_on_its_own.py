"""Clips every array by its own norm.

Then a weight matrix with a large gradient is shortened and the bias beside it
is not: the step points in another direction than the gradient. One norm over
all arrays, and one factor for all, keep it.

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
    out = []
    for g in grads:
        own = math.sqrt(float((g**2).sum()))
        out.append(g * (max_norm / own if own > max_norm else 1.0))
    return out, norm
