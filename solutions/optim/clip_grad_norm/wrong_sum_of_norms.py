"""Adds up the lengths of the arrays.

Lengths at right angles do not add: 3 and 4 make 5. With many layers the sum is far too
large, and nearly every step is clipped.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(sum(np.sqrt((g**2).sum()) for g in grads))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return norm
