"""Adds up inside the caller's own gradient.

`grad[0]` is a view: no numbers are copied, it is the first slice of the very
array that was passed in. `+=` then writes the sum into that array. The result
is right, but the gradient of the operation is spoilt, and the other operand,
which waits for the same array, gets a wrong one.

Lesson: backprop/broadcasting#one-array-two-owners
"""


def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        total = grad[0, ...]
        for part in grad[1:]:
            total += part
        grad = total
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return grad.sum(axis=ones, keepdims=True)
