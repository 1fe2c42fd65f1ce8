"""Views: shape, strides and offset, without the values."""

View = tuple[tuple[int, ...], tuple[int, ...], int]


def cells(view: View) -> list[int]:
    """Return the memory cell of every index, the last index fastest."""
    # TODO: the sum of the formula, for every index in order.
    raise NotImplementedError


def transpose(view: View, i: int, j: int) -> View:
    """Return the view with axes i and j swapped."""
    # TODO: two sizes and two strides change places.
    raise NotImplementedError


def cut(view: View, axis: int, start: int, stop: int, step: int) -> View:
    """Return the view of start:stop:step along one axis."""
    # TODO: size, stride and offset change.
    raise NotImplementedError


def expand(view: View, axis: int, size: int) -> View:
    """Return the view in which an axis of size 1 is read `size` times.

    Raises:
        ValueError: the axis has another size than 1.
    """
    # TODO: which stride stays at the same cell?
    raise NotImplementedError


def is_contiguous(view: View) -> bool:
    """Return whether reading in order walks from cell to next cell."""
    # TODO: compare with the strides of a packed layout.
    raise NotImplementedError
