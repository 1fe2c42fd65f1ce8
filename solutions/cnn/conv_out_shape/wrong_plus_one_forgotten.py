"""Counts the steps and not the places.

Whoever takes 5 steps has stood on 6 places. With a window as large as the
input there is no step at all, and one place. This is the fence-post mistake,
in its purest form.

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
    return room // s
