"""Checks for backprop/unbroadcast. Oracle: every entry walks to its source."""

import math
from collections import defaultdict

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    numeric_gradient,
)


def by_walking(grad, shape):
    """Add each entry of `grad` to the entry of `shape` it was copied from."""
    collected = defaultdict(list)
    for place in np.ndindex(grad.shape):
        tail = place[len(place) - len(shape) :]
        source = tuple(
            0 if size == 1 else i for i, size in zip(tail, shape, strict=True)
        )
        collected[source].append(float(grad[place]))
    result = np.zeros(shape)
    for source, entries in collected.items():
        result[source] = math.fsum(entries)
    return result


def plain(got):
    """Return a numpy scalar as the array without axes that it stands for."""
    return np.asarray(got) if isinstance(got, np.generic) else got


def assert_summed(learner, grad, shape):
    got = plain(learner.unbroadcast(grad, shape))
    assert_close(got, by_walking(grad, shape))


def shapes_within(a, b, c):
    """Return every kind of shape that broadcasts to (a, b, c)."""
    return [
        (c,),
        (b, c),
        (1,),
        (1, c),
        (b, 1),
        (1, 1),
        (1, b, c),
        (a, 1, c),
        (a, b, 1),
        (1, 1, c),
        (1, b, 1),
        (a, 1, 1),
        (1, 1, 1),
        (a, b, c),
        (),
    ]


@case(
    "a row that was copied down collects its columns",
    grad=array("N", "D"),
    sizes={"N": (1, 6), "D": (2, 6)},
)
def row(learner, grad):
    assert_summed(learner, grad, grad.shape[1:])


@case(
    "a column that was copied across collects its rows, and stays a column",
    grad=array("N", "D"),
    sizes={"N": (2, 6), "D": (1, 6)},
)
def column(learner, grad):
    assert_summed(learner, grad, (len(grad), 1))


@case("where nothing was copied, nothing is summed", grad=array("N", "D"))
def identity(learner, grad):
    assert_summed(learner, grad, grad.shape)


@case("a scalar collects everything", grad=array("N", "D"))
def scalar(learner, grad):
    assert_summed(learner, grad, ())


@case(
    "equal sizes hide no wrong axis",
    grad=array("K", "K"),
    sizes={"K": (2, 4)},
)
def square(learner, grad):
    for shape in [(len(grad),), (1, len(grad)), (len(grad), 1)]:
        assert_summed(learner, grad, shape)


@case(
    "no part of the gradient is lost: the total stays the same",
    grad=array("A", "B", "C"),
    sizes={"A": (1, 3), "B": (1, 4), "C": (1, 4)},
    tries=5,
)
def total(learner, grad):
    for shape in shapes_within(*grad.shape):
        assert_close(
            float(np.sum(learner.unbroadcast(grad, shape))),
            math.fsum(grad.ravel().tolist()),
            what="the sum over all entries of the result",
        )


@case(
    "leading axes and axes of one come in every mixture",
    grad=array("A", "B", "C"),
    sizes={"A": (1, 3), "B": (1, 4), "C": (1, 4)},
    tries=5,
)
def mixtures(learner, grad):
    for shape in shapes_within(*grad.shape):
        assert_summed(learner, grad, shape)


@case(
    "two leading axes and a stretched one among four",
    grad=array("A", "B", "C", "D"),
    sizes={"A": (1, 3), "B": (1, 4), "C": (1, 4), "D": (1, 4)},
    tries=5,
)
def four_axes(learner, grad):
    _, b, c, d = grad.shape
    for shape in [(c, d), (c, 1), (1, d), (1, c, 1), (b, 1, d), (1, b, 1, d)]:
        assert_summed(learner, grad, shape)


@built("A", "B", "C")
def product(rng, sizes):
    """Return a column (B, 1), a block (A, 1, C), and a gradient (A, B, C)."""
    a, b, c = (sizes[name] for name in "ABC")
    return (
        rng.normal(size=(b, 1)),
        rng.normal(size=(a, 1, c)),
        rng.normal(size=(a, b, c)),
    )


@case(
    "both factors of a broadcast product get the slopes that differences show",
    factors=product,
    sizes={"A": (1, 3), "B": (1, 4), "C": (1, 4)},
    tries=5,
)
def in_earnest(learner, factors):
    x, y, grad = factors
    for got, slopes in [
        (
            learner.unbroadcast(grad * y, x.shape),
            numeric_gradient(lambda v: (grad * (v * y)).sum(), x),
        ),
        (
            learner.unbroadcast(grad * x, y.shape),
            numeric_gradient(lambda v: (grad * (x * v)).sum(), y),
        ),
    ]:
        assert_close(plain(got), slopes, rtol=1e-6, atol=1e-7)


@case("float32 stays float32", grad=array("A", "B", "C", dtype="float32"))
def dtype(learner, grad):
    _, b, c = grad.shape
    for shape in [(c,), (b, 1), grad.shape]:
        assert_close(
            plain(learner.unbroadcast(grad, shape)),
            by_walking(grad, shape).astype("float32"),
            rtol=1e-4,
            atol=1e-5,
            dtype="float32",
        )


@case("the gradient you were given stays as it was", grad=array("N", "D"))
def untouched(learner, grad):
    for shape in [grad.shape[1:], (len(grad), 1), (1, 1)]:
        learner.unbroadcast(grad, shape)
        assert_untouched(learner)
