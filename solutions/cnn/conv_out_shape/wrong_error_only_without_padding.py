"""Compares the kernel with the input before it is padded and dilated.

What counts is the span of the window against the padded axis. A 3 by 3 kernel
does fit into an input of one pixel with padding 1, and 3 weights with dilation
3 do not fit into 6.

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
    room = n + 2 * p - (d * (k - 1) + 1)
    if k > n:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
