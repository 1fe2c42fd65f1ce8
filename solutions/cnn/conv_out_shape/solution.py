"""How large is the output of a convolution?"""

Sides = int | tuple[int, int]


def conv_out_shape(
    size: tuple[int, int],
    kernel: Sides,
    stride: Sides = 1,
    pad: Sides = 0,
    dilation: Sides = 1,
) -> tuple[int, int]:
    """Return the height and width of what a convolution puts out.

    Args:
        size: height and width of the input.
        kernel: rows and columns of the kernel; one int stands for both.
        stride: how far the window moves, down and across.
        pad: rows added above and below, columns added left and right.
        dilation: distance between neighbouring weights, down and across.

    Returns:
        Two ints, each at least 1.

    Raises:
        ValueError: if the window does not fit into the padded input.
    """
    height, width = (
        _places(*sides)
        for sides in zip(
            size, *map(_both, (kernel, stride, pad, dilation)), strict=True
        )
    )
    return height, width


def _both(value):
    """Return the two sides that a number or a pair stands for."""
    return (value, value) if isinstance(value, int) else value


def _places(n, k, s, p, d):
    """Return on how many places of one axis the window can stand."""
    # From the first weight to the last there are k - 1 steps of d.
    room = n + 2 * p - (d * (k - 1) + 1)
    if room < 0:
        raise ValueError("the window does not fit into the padded input")
    return room // s + 1
