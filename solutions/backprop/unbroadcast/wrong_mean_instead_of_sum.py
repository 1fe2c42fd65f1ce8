"""Averages the copies instead of adding them up.

Move the operand by a little, and *all* its copies move: their effects on the
loss add. A mean makes the slope too small by the number of copies, so a bias
would learn N times too slowly with N samples. Where the loss is a mean, its
1/N is in the incoming gradient already.

Lesson: backprop/broadcasting#what-was-copied-must-be-summed
"""


def unbroadcast(grad, shape):
    added = tuple(range(grad.ndim - len(shape)))
    total = grad.mean(axis=added)
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return total.mean(axis=ones, keepdims=True)
