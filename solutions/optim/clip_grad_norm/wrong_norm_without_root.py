"""Compares the sum of squares with the limit.

A length of 3 counts as 9, so clipping starts too early for long gradients and too late for
short ones. The root belongs at the end, after all squares are added.

Lesson: optim/schedules#clipping
"""


def clip_grad_norm(grads, limit):
    norm = float(sum((g**2).sum() for g in grads))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return norm
