"""Shortens new arrays and leaves the caller's as they were.

`g = g * ...` makes a new array. The optimiser then uses the old ones, and an exploding
gradient goes through as if nothing had been called.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > limit:
        for g in grads:
            g = g * (limit / norm)
    return norm
