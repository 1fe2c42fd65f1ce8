"""Adds the padding at one end only.

A padding of p puts p zeros in front and p behind, so the axis grows by 2p.
With 3 by 3 kernels and a padding of 1 the output then keeps its size; padded
once, it shrinks by one pixel per layer.

Lesson: cnn/stride_and_padding#padding
"""

Sides = int | tuple[int, int]


def conv_out_shape(size, kernel, stride=1, pad=0, dilation=1):
    height, width = (
        _places(*sides)
        for sides in zip(
            size, *map(_both, (kernel, stride, pad, dilation)), strict=True
        )
    )
    return (height, width)


def _both(value):
    return (value, value) if isinstance(value, int) else value


def _places(n, k, s, p, d):
    room = n + p - (d * (k - 1) + 1)
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
