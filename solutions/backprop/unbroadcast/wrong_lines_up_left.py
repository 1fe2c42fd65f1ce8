"""Lines the sizes up from the left, where numpy lines them up from the right.

A bias of shape (D,) beside (N, D) belongs to the *last* axis. Lined up from
the left it claims the samples: it collects rows instead of columns. Where N
and D differ this gives a wrong shape, and where they are equal it passes
unnoticed. Write the two shapes below each other, flush right.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    missing = tuple(range(len(shape), grad.ndim))
    total = grad.sum(axis=missing)
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return total.sum(axis=ones, keepdims=True)
