"""Takes the longest array for the whole.

A network of a hundred layers, each with a gradient just below the limit, then takes a step
ten times as long as it.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(max((np.sqrt((g**2).sum()) for g in grads), default=0.0))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return norm
