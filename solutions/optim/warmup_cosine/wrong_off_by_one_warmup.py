"""Starts one stair too high.

With `step + 1` in the line, step 0 has a step size already, and `base` is reached one step
early and held for two. Steps are counted from 0 here: `step` is how many were taken before.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * (step + 1) / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
