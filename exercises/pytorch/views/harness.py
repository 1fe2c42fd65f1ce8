"""Checks for pytorch/views. Oracle: numpy's own strides, on real memory."""

import numpy as np

from tutor.harness import assert_equal, built, case, raises, require, whole


@built("A", "B", "C")
def memory(rng, sizes):
    """A fresh piece of memory, read as three axes."""
    shape = sizes["A"], sizes["B"], sizes["C"]
    return np.ascontiguousarray(np.arange(np.prod(shape)).reshape(shape))


SPANS = {"A": (1, 3), "B": (3, 5), "C": (1, 4)}


def packed(a):
    strides = [1]
    for size in reversed(a.shape[1:]):
        strides.insert(0, strides[0] * size)
    return a.shape, tuple(strides), 0


def assert_view(got, expected):
    require(
        type(got) is tuple
        and [type(part) for part in got] == [tuple, tuple, int],
        "a view must be a tuple of two tuples and an int",
        got,
    )
    for part, wanted, what in zip(
        got, expected, ("the shape", "the strides", "the offset"), strict=True
    ):
        assert_equal(part, wanted, what=what)


@case("cells of a packed view are 0, 1, 2 and so on", a=memory, sizes=SPANS)
def in_order(learner, a):
    assert_equal(learner.cells(packed(a)), list(range(a.size)))


@case(
    "cells of any view follow offset and strides",
    a=memory,
    first=whole(0, 2),
    step=whole(1, 3),
    sizes=SPANS,
)
def anywhere(learner, a, first, step):
    moved = a[:, first::step].transpose(2, 0, 1)
    rows, columns = a.shape[1:]
    strides = 1, rows * columns, step * columns
    view = moved.shape, strides, first * columns
    assert_equal(learner.cells(view), moved.reshape(-1).tolist())


@case("cells of a single number, of nothing, and of a repeated cell")
def special(learner):
    assert_equal(learner.cells(((), (), 0)), [0])
    assert_equal(learner.cells(((), (), 7)), [7])
    assert_equal(learner.cells(((2, 0), (3, 1), 1)), [])
    assert_equal(learner.cells(((2, 3), (1, 0), 4)), [4, 4, 4, 5, 5, 5])


@case(
    "transpose swaps two sizes and two strides",
    a=memory,
    offset=whole(0, 9),
    sizes=SPANS,
)
def turned(learner, a, offset):
    shape, strides, _ = packed(a)
    for i, j in ((0, 2), (2, 1), (0, 1), (1, 1)):
        axes = [0, 1, 2]
        axes[i], axes[j] = j, i
        expected = (
            tuple(shape[k] for k in axes),
            tuple(strides[k] for k in axes),
            offset,
        )
        got = learner.transpose((shape, strides, offset), i, j)
        assert_view(got, expected)


@case(
    "cut takes start:stop:step along an axis",
    start=whole(0, 4),
    length=whole(0, 7),
    step=whole(1, 4),
    tries=20,
)
def slices(learner, start, length, step):
    stop = start + length
    for axis in range(3):
        shape = [2, 3, 4]
        shape[axis] = 11
        a = np.arange(np.prod(shape)).reshape(shape)
        index = [slice(None)] * 3
        index[axis] = slice(start, stop, step)
        taken = a[tuple(index)]
        sizes, strides, _ = packed(a)
        steps = list(strides)
        steps[axis] = strides[axis] * step
        first = start * strides[axis] + 5
        got = learner.cut((sizes, strides, 5), axis, start, stop, step)
        assert_view(got, (taken.shape, tuple(steps), first))


@case("cut of a cut: strides multiply, offsets add up")
def twice(learner):
    once = learner.cut(((9, 2), (2, 1), 0), 0, 1, 9, 2)
    assert_view(once, ((4, 2), (4, 1), 2))
    assert_view(learner.cut(once, 0, 1, 4, 2), ((2, 2), (8, 1), 6))


@case("expand reads one cell many times", size=whole(1, 5), offset=whole(0, 9))
def repeated(learner, size, offset):
    view = ((3, 1, 2), (2, 2, 1), offset)
    got = learner.expand(view, 1, size)
    assert_view(got, ((3, size, 2), (2, 0, 1), offset))
    got = learner.expand(((1, 4), (4, 1), offset), 0, size)
    assert_view(got, ((size, 4), (0, 1), offset))


@case("expand refuses an axis of another size")
def refused(learner):
    for size in (2, 3, 0):
        for wanted in (4, size):
            with raises(ValueError, f"when the axis has size {size}"):
                learner.expand(((size, 2), (2, 1), 0), 0, wanted)


@case(
    "is_contiguous tells packed views from scattered ones",
    a=memory,
    offset=whole(0, 9),
    sizes={"A": (2, 3), "B": (2, 5), "C": (2, 4)},
)
def contiguous(learner, a, offset):
    shape, strides, _ = packed(a)

    def says(shape, strides, expected):
        got = learner.is_contiguous((shape, strides, offset))
        assert_equal(got, expected, what=f"is_contiguous of strides {strides}")

    says(shape, strides, True)
    says(shape, strides[::-1], False)
    says(shape, (strides[0], strides[2], strides[1]), False)
    # Columns left out: strides that fall, and a gap after each row.
    gap = (strides[0] * 2, strides[1] * 2, 1)
    says(shape, gap, False)
    says((*shape[:2], 1), strides, False)
    says(shape, (strides[0], 0, 1), False)
    says(shape[:1], (2,), False)
    says((), (), True)


@case("is_contiguous: an axis of size 1 has no say")
def single(learner):
    for shape, strides in [
        ((1, 3), (1, 1)),
        ((3, 1), (1, 9)),
        ((1, 1), (7, 5)),
        ((2, 1, 3), (3, 0, 1)),
        ((1,), (4,)),
    ]:
        assert_equal(learner.is_contiguous((shape, strides, 0)), True)
    assert_equal(learner.is_contiguous(((3, 1), (2, 1), 0)), False)


@case("is_contiguous: a view without elements is contiguous")
def nothing(learner):
    for shape, strides in [((0,), (3,)), ((2, 0), (1, 9)), ((0, 3), (1, 3))]:
        assert_equal(learner.is_contiguous((shape, strides, 2)), True)
