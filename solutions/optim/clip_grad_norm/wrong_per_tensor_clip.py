"""Clips each array by its own length.

The long ones are shortened and the short ones are not, so that the step points elsewhere.
Bound to a common limit, a network of many layers may also take a step far longer than it.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > limit:
        for g in grads:
            own = np.sqrt((g**2).sum())
            if own > limit:
                g *= limit / own
    return norm
