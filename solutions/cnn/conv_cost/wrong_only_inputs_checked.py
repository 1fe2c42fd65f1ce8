"""Checks the groups against the input channels alone.

The output channels are divided among the groups as well. If they do not divide
evenly, there is no such layer.

Lesson: cnn/channels#groups
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * (c_in // groups) * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
