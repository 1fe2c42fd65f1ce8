"""Axis by axis: each axis repeats the rest of the view at shifted places."""


def cells(view):
    shape, strides, offset = view
    if not shape:
        return [offset]
    found = []
    for step in range(shape[0]):
        rest = shape[1:], strides[1:], offset + step * strides[0]
        found += cells(rest)
    return found


def _swapped(values, i, j):
    values = list(values)
    values[i], values[j] = values[j], values[i]
    return tuple(values)


def transpose(view, i, j):
    shape, strides, offset = view
    return _swapped(shape, i, j), _swapped(strides, i, j), offset


def _replaced(values, axis, value):
    values = list(values)
    values[axis] = value
    return tuple(values)


def cut(view, axis, start, stop, step):
    shape, strides, offset = view
    size = -(-(stop - start) // step)
    return (
        _replaced(shape, axis, size),
        _replaced(strides, axis, step * strides[axis]),
        offset + strides[axis] * start,
    )


def expand(view, axis, size):
    shape, strides, offset = view
    if shape[axis] - 1:
        raise ValueError("only an axis of size 1 can be expanded")
    return (
        _replaced(shape, axis, size),
        _replaced(strides, axis, 0),
        offset,
    )


def is_contiguous(view):
    shape, strides, _ = view
    found = cells((shape, strides, 0))
    return found == list(range(len(found)))
