"""Falls in a straight line.

Both arrive at the floor, but a line gives less time to large steps and less to small ones
than the half wave, which is flat at both ends.

Lesson: optim/schedules#up-then-down
"""


def lr_at(step, base, warmup, total, floor=0.0):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return floor
    done = (step - warmup) / (total - warmup)
    return floor + (base - floor) * (1 - done)
