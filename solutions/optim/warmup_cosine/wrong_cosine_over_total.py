"""Measures the descent from the beginning of training.

At the end of the warm-up part of the cosine is over already, so the step size jumps down
from `base`. The longer the warm-up, the larger the jump. The descent lasts from `warmup` to
`total`.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = step / total
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
