"""Gives a dilated kernel d times k pixels.

Between k weights there are only k - 1 gaps. Three weights with dilation 2
stand on pixels 0, 2 and 4 and so span 5 pixels, not 6.

Lesson: cnn/stride_and_padding#dilation
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
    room = n + 2 * p - d * k
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
