"""Has no warm-up.

The first steps are taken at full length, when gradients are largest and Adam's averages
rest on a handful of numbers. That is the moment which the warm-up is for.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
