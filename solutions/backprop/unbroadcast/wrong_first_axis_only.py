"""Sums one axis in front, however many were added.

A bias beside a table has one axis too few, and for that case the program is
right. Beside a batch of sequences, shape (B, T, D), a bias of shape (D,) has
two too few, and a scalar has three. The number of added axes follows from the
two shapes.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    if grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return grad.sum(axis=ones, keepdims=True)
