"""Lets the descent last as long as the whole training.

It starts at the right place, counted from the end of the warm-up, but is divided by all
steps: when training ends, the step size has not arrived at the floor, and then it jumps.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / total
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
