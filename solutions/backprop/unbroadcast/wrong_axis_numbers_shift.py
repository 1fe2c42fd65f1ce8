"""Sums the axes of one by one, although each sum renumbers those after it.

When axis 0 has vanished, the old axis 1 is the new axis 0. A loop that goes on
with the old numbers sums a wrong axis or one that no longer exists. With a
single axis of size 1 the loop is right, so this shows only in shapes such as
(1, 1, C). Either nothing may vanish before the end, or all axes go at once.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    for _ in range(grad.ndim - len(shape)):
        grad = grad.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(axis=axis)
    return grad.reshape(shape)
