"""Squares the height of the kernel in place of height times width.

A kernel of (1, 7) has 7 weights, not 1. Networks do use such oblong kernels,
one along each axis, since together they cost less than a square one.

Lesson: cnn/channels#what-a-layer-costs
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * (c_in // groups) * kernel[0] * kernel[0]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
