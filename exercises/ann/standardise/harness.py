"""Checks for ann/standardise. Oracle: the standard library's statistics, by column."""

import statistics

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    integers,
    normal,
)


def by_column(train, *others):
    """Return the sets transformed by exact statistics of the columns of `train`."""
    results = [np.empty(part.shape) for part in (train, *others)]
    for d in range(train.shape[1]):
        column = [float(x) for x in train[:, d]]
        centre = statistics.fmean(column)
        spread = statistics.pstdev(column) or 1.0
        for result, part in zip(results, (train, *others), strict=True):
            result[:, d] = [(float(x) - centre) / spread for x in part[:, d]]
    return tuple(results)


@case(
    "the training columns get mean 0 and standard deviation 1",
    train=array("N", "D", of=normal(3.0, 5.0)),
    sizes={"N": (2, 6)},
)
def training_set(learner, train):
    assert_close(learner.standardise(train), by_column(train))


@case(
    "other sets are transformed with the numbers of the training set",
    train=array("N", "D", of=normal(2.0)),
    validation=array("V", "D", of=normal(3.0, -1.0)),
    test=array("T", "D", of=normal(1.0, 4.0)),
    sizes={"N": (2, 6)},
)
def other_sets(learner, train, validation, test):
    got = learner.standardise(train, validation, test)
    assert_close(got, by_column(train, validation, test))


@built("N", "D")
def with_constant_columns(rng, sizes):
    """Return columns of which at least one is constant; sums of quarters are exact."""
    train = rng.normal(size=(sizes["N"], sizes["D"]))
    chosen = rng.permutation(sizes["D"])[: (sizes["D"] + 1) // 2]
    train[:, chosen] = rng.integers(-20, 21, len(chosen)) / 4
    return train


@case(
    "a column that is constant in the training set is divided by 1",
    train=with_constant_columns,
    test=array("T", "D"),
)
def constant_column(learner, train, test):
    assert_close(learner.standardise(train, test), by_column(train, test))


@built("N", "D")
def of_many_scales(rng, sizes):
    scales = (
        10.0
        ** rng.permutation([-6.0, 6.0, -3.0, 0.0, 3.0, -5.0])[: sizes["D"]]
    )
    return rng.normal(size=(sizes["N"], sizes["D"])) * scales


@case("columns may have any scale", train=of_many_scales, sizes={"N": (2, 6)})
def scales(learner, train):
    assert_close(learner.standardise(train), by_column(train))


@case(
    "whole numbers are accepted",
    train=array("N", "D", of=integers(0, 17)),
    test=array("T", "D", of=integers(0, 17)),
)
def whole_numbers(learner, train, test):
    assert_close(learner.standardise(train, test), by_column(train, test))


@case(
    "the sets you were given stay as they were",
    train=array("N", "D"),
    test=array("T", "D"),
    sizes={"N": (2, 6)},
)
def untouched(learner, train, test):
    learner.standardise(train, test)
    assert_untouched(learner)
    assert_unaliased(learner)
