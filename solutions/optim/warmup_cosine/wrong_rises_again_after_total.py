"""Follows the cosine beyond the end of training.

A cosine turns. Whoever trains a few steps longer than planned gets a step size that climbs
back to `base`, and watches a good model fall apart.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 + math.cos(math.pi * done)) / 2
