"""Falls along a quarter of a cosine.

The cosine of a quarter turn runs from 1 to 0 as well, but it arrives steeply: step sizes
stay large for longer and the end has no gentle run-out. Half a wave, shifted to lie between
0 and 1, is flat at both ends.

Lesson: optim/schedules#up-then-down
"""

import math


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * math.cos(math.pi / 2 * done)
