"""Adds the floor to the whole curve.

The largest step size is then `base` plus `floor`, and at the end of the warm-up the curve
jumps. The floor is where the descent ends: it has to fall from `base` to it, by the
difference of the two.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + base * (1 + math.cos(math.pi * done)) / 2
