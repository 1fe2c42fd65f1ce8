"""Takes the gradient of the first copy and drops all others.

The copies are equal in the forward pass; their gradients are not, because each
copy met another number and had another effect on the loss. The shape of the
result is right and training even moves, driven by the first sample alone. What
the entry should receive is what all its copies together are responsible for.

Lesson: backprop/broadcasting#what-was-copied-must-be-summed
"""


def unbroadcast(grad, shape):
    for _ in range(grad.ndim - len(shape)):
        grad = grad[0]
    for axis, size in enumerate(shape):
        if size == 1:
            grad = grad.take([0], axis=axis)
    return grad
