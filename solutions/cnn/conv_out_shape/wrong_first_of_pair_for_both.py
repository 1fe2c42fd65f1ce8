"""Uses the first number of a pair for both axes.

A kernel of (1, 5), a stride of (2, 1): the second number belongs to the
columns. Square settings, by far the most common, do not show the difference.

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
    return (value, value) if isinstance(value, int) else (value[0], value[0])


def _places(n, k, s, p, d):
    room = n + 2 * p - (d * (k - 1) + 1)
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
