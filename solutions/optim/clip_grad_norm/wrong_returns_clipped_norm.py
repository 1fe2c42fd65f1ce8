"""Returns the length after clipping.

That is the limit itself whenever clipping acts, so a plot of it says nothing about how
large the gradients were. Keep the number from before.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return min(norm, limit)
