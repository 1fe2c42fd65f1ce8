"""Counts the last step even if the window would reach over the border.

On 8 numbers a window of 3 with stride 2 starts at 0, 2 and 4; from 6 it would
need a ninth number. Libraries leave such a place out when nobody asks for
padding. Round down.

Lesson: cnn/stride_and_padding#stride
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
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return -(-room // s) + 1
