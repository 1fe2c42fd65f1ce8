"""Another right way: one axis at a time, until the shapes agree."""


def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis in range(len(shape)):
        if shape[axis] != grad.shape[axis]:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad
