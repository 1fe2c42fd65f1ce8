"""Lays the arrays end to end, and fails when there are none.

`np.concatenate` of an empty list raises. A network whose every layer is frozen has no
gradients, and its length is 0.

Lesson: optim/schedules#clipping
"""

import numpy as np


def clip_grad_norm(grads, limit):
    norm = float(np.linalg.norm(np.concatenate([np.ravel(g) for g in grads])))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return norm
