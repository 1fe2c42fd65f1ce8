"""Lets an axis through that has the asked size already.

torch does so: expanding 3 to 3 changes nothing. The contract of this function
is narrower: an axis that is not of size 1 raises, whatever is asked for, and
the stride would have to stay as it is and not become 0.

Lesson: pytorch/tensors#views-and-copies
"""

import itertools

View = tuple[tuple[int, ...], tuple[int, ...], int]


def cells(view: View) -> list[int]:
    """Return the memory cell of every index, the last index fastest."""
    shape, strides, offset = view
    return [
        offset + sum(i * s for i, s in zip(index, strides, strict=True))
        for index in itertools.product(*map(range, shape))
    ]


def transpose(view: View, i: int, j: int) -> View:
    """Return the view with axes i and j swapped."""
    shape, strides, offset = view
    axes = list(range(len(shape)))
    axes[i], axes[j] = j, i
    return (
        tuple(shape[axis] for axis in axes),
        tuple(strides[axis] for axis in axes),
        offset,
    )


def cut(view: View, axis: int, start: int, stop: int, step: int) -> View:
    """Return the view of start:stop:step along one axis."""
    shape, strides, offset = view
    size = len(range(start, stop, step))
    # The first cell moves by whole steps of the old stride.
    return (
        (*shape[:axis], size, *shape[axis + 1 :]),
        (*strides[:axis], strides[axis] * step, *strides[axis + 1 :]),
        offset + start * strides[axis],
    )


def expand(view: View, axis: int, size: int) -> View:
    """Return the view in which an axis of size 1 is read `size` times.

    Raises:
        ValueError: the axis has another size than 1.
    """
    shape, strides, offset = view
    if shape[axis] not in (1, size):
        raise ValueError(f"axis {axis} has size {shape[axis]}, not 1")
    # A stride of 0 reads the same cell again.
    return (
        (*shape[:axis], size, *shape[axis + 1 :]),
        (*strides[:axis], 0, *strides[axis + 1 :]),
        offset,
    )


def is_contiguous(view: View) -> bool:
    """Return whether reading in order walks from cell to next cell."""
    shape, strides, _ = view
    if 0 in shape:
        return True
    packed = 1
    for size, stride in zip(reversed(shape), reversed(strides), strict=True):
        if size != 1 and stride != packed:
            return False
        packed *= size
    return True
