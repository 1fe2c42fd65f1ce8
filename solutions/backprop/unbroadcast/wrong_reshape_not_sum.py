"""Only reshapes the gradient.

The large array has more numbers than the small one, so `reshape` raises an
error as soon as anything was copied. Shape is not the point here: several
numbers belong to one entry, and something has to make one number of them. An
operation that cuts the rest off would hide the error and lose their share.

Lesson: backprop/broadcasting#what-was-copied-must-be-summed
"""


def unbroadcast(grad, shape):
    return grad.reshape(shape)
