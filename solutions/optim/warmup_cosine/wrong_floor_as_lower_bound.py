"""Lets the curve fall to 0, and cuts it off at the floor.

The descent then reaches the floor long before the end, and lies still for the rest of the
training. The half wave itself has to be flatter: it goes from `base` to `floor`, and
arrives at step `total`.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return max(floor, base * (1 + math.cos(math.pi * done)) / 2)
