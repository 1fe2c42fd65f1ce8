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
    # TODO: for each axis: the room that is left, in steps of the stride.
    raise NotImplementedError
