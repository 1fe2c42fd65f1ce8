"""Lets the axes of one vanish, so (3, 1) comes back as (3,).

The values are right, the shape is not. An operand of shape (3, 1) needs a
gradient of shape (3, 1). A row (3,) in its place makes the next step stretch
once more: `x - lr * grad` would turn the column into a 3 × 3 table without an
error. The two kinds of axes differ in this: one kind had no place in the
operand, the other had a place of size 1.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    added = tuple(range(grad.ndim - len(shape)))
    total = grad.sum(axis=added)
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return total.sum(axis=ones)
