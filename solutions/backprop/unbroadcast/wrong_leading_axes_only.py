"""Sums the axes that were added in front, and leaves stretched ones alone.

This is enough for a bias of shape (D,), the broadcast one meets first. A
column (N, 1) or a mean kept as (1, D) has as many axes as the result, yet it
was copied as well: an axis of size 1 beside a larger one is stretched. Compare
the two shapes size by size, not only their lengths.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    return grad.sum(axis=tuple(range(grad.ndim - len(shape))))
