"""Divides with `/` and returns floats.

`(8 - 3) / 1 + 1` is 6.0, and an array cannot have 6.0 rows. With a stride that
does not divide the room it is not even near a whole number. `//` rounds down
and gives an int.

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
    return room / s + 1
