"""Checks for ann/softmax. Oracle: the definition, one row at a time, in Python floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    assert_within_ratio,
    case,
    integers,
    uniform,
    whole,
)


def by_definition(z, axis=-1):
    """Softmax of each line along `axis`, by exact ratios of Python floats."""
    lines = np.moveaxis(np.asarray(z, dtype=float), axis, -1)
    result = np.empty_like(lines)
    for index in np.ndindex(lines.shape[:-1]):
        row = [float(score) for score in lines[index]]
        result[index] = [
            1 / math.fsum(math.exp(min(other - score, 700.0)) for other in row)
            for score in row
        ]
    return np.moveaxis(result, -1, axis)


@case("one row of scores becomes its probabilities", z=array("C"))
def one_row(learner, z):
    assert_close(learner.softmax(z), by_definition(z))


@case(
    "every row is normalised on its own", z=array("N", "C", of=uniform(-5, 5))
)
def rows(learner, z):
    assert_close(learner.softmax(z), by_definition(z))


@case(
    "large scores do not overflow", z=array("N", "C", of=uniform(-1000, 1000))
)
def large(learner, z):
    assert_close(learner.softmax(z), by_definition(z))


@case("scores that are all very negative work too", z=array("N", "C"))
def very_negative(learner, z):
    assert_close(learner.softmax(z - 1000.0), by_definition(z - 1000.0))


@case(
    "any axis can be chosen",
    z=array("B", "T", "C"),
    axis=whole(-3, 3),
    sizes={"B": (1, 3), "T": (1, 4), "C": (1, 5)},
)
def any_axis(learner, z, axis):
    assert_close(learner.softmax(z, axis=axis), by_definition(z, axis))


@case("float32 stays float32, float64 stays float64", z=array("N", "C"))
def dtype(learner, z):
    low = z.astype("float32")
    assert_close(
        learner.softmax(low),
        by_definition(low).astype("float32"),
        rtol=1e-5,
        dtype="float32",
    )
    assert_close(learner.softmax(z), by_definition(z), dtype="float64")


@case("whole numbers are accepted", z=array("N", "C", of=integers(-4, 5)))
def whole_numbers(learner, z):
    assert_close(learner.softmax(z), by_definition(z))


@case("the scores you were given stay as they were", z=array("N", "C"))
def untouched(learner, z):
    learner.softmax(z)
    assert_untouched(learner)
    assert_unaliased(learner)


@case("numpy does the work, not a Python loop")
def vectorised(learner, reference, rng):
    z = rng.normal(size=(4000, 10))
    assert_within_ratio(
        lambda: learner.softmax(z),
        lambda: reference.softmax(z),
        at_most=12,
        advice="Replace the loop over rows by reductions along an axis.",
    )
