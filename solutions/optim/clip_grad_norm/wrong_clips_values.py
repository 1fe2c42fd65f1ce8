"""Cuts every entry off at the limit.

Large entries lose, small ones keep what they have, and the direction turns towards a
corner. It is another method, known as clipping by value.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > limit:
        for g in grads:
            np.clip(g, -limit, limit, out=g)
    return norm
