"""Gives every place of the window a bias of its own.

The bias is shared like the weights: one number per output channel, added at
every place. Otherwise a layer on a large image would have a million biases.

Lesson: cnn/channels#what-a-layer-costs
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * (c_in // groups) * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out * height * width if bias else 0), products)
