"""What does a layer cost?"""

from tutor.yours import conv_out_shape


def conv_cost(
    size: tuple[int, int],
    c_in: int,
    c_out: int,
    kernel: tuple[int, int],
    stride: int = 1,
    pad: int = 0,
    groups: int = 1,
    bias: bool = True,
) -> tuple[int, int]:
    """Return the parameters and the multiplications of a convolution.

    Args:
        size: height and width of the input.
        c_in: its channels.
        c_out: channels of the output.
        kernel: rows and columns of the kernel.
        stride: how far the window moves, in both directions.
        pad: zeros added on all four sides.
        groups: into how many separate groups the channels are divided.
        bias: whether each output channel has one.

    Returns:
        How many numbers there are to learn, and how many products of a weight
        and an input one image takes.

    Raises:
        ValueError: if `groups` does not divide both channel counts.
    """
    # TODO: the weights of one output channel, then how many there are, and
    # how often each of them is used.
    raise NotImplementedError
