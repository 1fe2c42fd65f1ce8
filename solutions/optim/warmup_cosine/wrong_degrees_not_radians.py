"""Gives the cosine an angle in degrees.

`math.cos` takes radians. With 180 in place of pi the step size swings up and down dozens of
times on its way.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 + math.cos(180 * done)) / 2
