"""How far does a unit see?"""


def receptive_field(
    layers: list[tuple[int, int, int, int]],
) -> tuple[int, int, float]:
    """Return what one output of a stack of layers sees of the input.

    Args:
        layers: (kernel, stride, pad, dilation) of each layer along one axis,
            the first layer first. Pooling layers count like convolutions.

    Returns:
        size: how many inputs can change one output.
        jump: how many inputs lie between what neighbouring outputs see.
        start: where the middle of the first output's field lies; the first
            input is at 0, its neighbour at 1, and padding lies below 0.
    """
    # TODO: begin with a single input that sees itself; take one layer at a
    # time.
    raise NotImplementedError
