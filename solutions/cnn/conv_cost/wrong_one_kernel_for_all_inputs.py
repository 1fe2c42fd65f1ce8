"""Counts one k by l kernel per output channel, whatever comes in.

An output channel adds up the answers of a *different* kernel for each input
channel. Its weights have shape (C, k, l). For a grey image C is 1 and the
mistake does not show.

Lesson: cnn/channels#channels-add-up
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
