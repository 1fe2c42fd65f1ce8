"""Adds the 1 before dividing by the stride.

The 1 is the place where the window starts, and it costs no stride. With stride
1 both are the same number, so the formula of the first lesson hides the
mistake.

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
    return (room + 1) // s
