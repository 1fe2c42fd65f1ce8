"""Divides the input channels and the output channels by the groups.

One group has C/g inputs and O/g outputs, but there are g groups. Only one of
the two divisions survives: there are still O output channels, each seeing C/g
inputs.

Lesson: cnn/channels#groups
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out // groups * (c_in // groups) * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
