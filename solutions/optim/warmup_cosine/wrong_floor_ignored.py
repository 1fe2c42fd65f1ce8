"""Falls to 0, whatever the floor.

The last tenth of training then hardly moves the weights. That may be wanted, and then the
floor is 0; but not if another one was asked for.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return 0.0
    done = (step - warmup) / (total - warmup)
    return base * (1 + math.cos(math.pi * done)) / 2
