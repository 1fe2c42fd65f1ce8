"""Divides by the length before asking whether it is 0.

Gradients of 0 do occur, in a batch that is already perfect or behind dead units, and 0
times infinity or 0/0 makes them NaN.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    factor = np.minimum(1.0, limit / np.float64(norm))
    for g in grads:
        g *= factor if norm else limit / np.float64(norm)
    return norm
