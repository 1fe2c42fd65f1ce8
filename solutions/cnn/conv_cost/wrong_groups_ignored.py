"""Counts as if every output channel saw every input channel.

In g groups an output channel sees C/g input channels, so weights and products
are g times fewer. That saving is the reason for groups.

Lesson: cnn/channels#groups
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * c_in * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
