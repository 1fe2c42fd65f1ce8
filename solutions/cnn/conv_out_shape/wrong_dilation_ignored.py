"""Takes the kernel for as long as it has weights, whatever the dilation.

With dilation d there are d steps between neighbouring weights: three weights
span 2d + 1 pixels. The number of weights is unchanged, the room they need is
not.

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
    room = n + 2 * p - k
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
