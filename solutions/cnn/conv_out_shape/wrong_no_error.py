"""Returns zero or negative sizes where the window does not fit.

A layer with an output of 0 rows fails somewhere else, with a message about
something else. The place that knows the reason should say it.

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
    return room // s + 1
