"""Brings every gradient to the length of the limit.

Short gradients are *lengthened*. Near the minimum, where they ought to fade, every step
stays as long as at the start, and training never settles.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > 0:
        for g in grads:
            g *= limit / norm
    return norm
