"""Starts the warm-up at the floor.

The floor is where training ends. In the contract the line begins at 0, so that the first
step of all moves nothing.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return floor + (base - floor) * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
