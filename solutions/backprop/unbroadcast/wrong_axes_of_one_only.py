"""Sums the stretched axes, and forgets those that were added in front.

numpy also adds axes: beside a table (N, D) a bias of shape (D,) is first read
as (1, D). The gradient of such an operand has more axes than the operand, and
stays that way here. Compare the number of axes before you compare the sizes.

Lesson: backprop/broadcasting#leading-axes-and-axes-of-one
"""


def unbroadcast(grad, shape):
    extra = grad.ndim - len(shape)
    ones = tuple(extra + k for k, size in enumerate(shape) if size == 1)
    return grad.sum(axis=ones, keepdims=True)
