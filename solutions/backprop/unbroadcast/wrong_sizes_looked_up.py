"""Sums an axis when its size is not among the sizes of the operand.

Which axis belongs to which is a matter of position, not of size. With shape
(3,) and a gradient (3, 3) no axis looks foreign, so nothing is summed; with
shape (2, 1) and a gradient (3, 2, 2) the stretched axis is taken for one that
was there. Sizes agree by chance all the time, a batch of 10 with 10 classes
for one.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    foreign = [k for k, n in enumerate(grad.shape) if n not in shape]
    return grad.sum(axis=tuple(foreign)).reshape(shape)
