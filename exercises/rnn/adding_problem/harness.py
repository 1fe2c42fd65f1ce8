"""Checks for rnn/adding_problem. Oracle: the definition, one sequence at a time; chi-square."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_contract,
    assert_distribution,
    assert_equal,
    assert_frequencies,
    assert_shape,
    assert_untouched,
    built,
    case,
    probe,
    require,
    whole,
)


@probe
def drawn(module, seed, n, steps, calls):
    """Return the batches of some calls in a row with one generator."""
    rng = np.random.default_rng(seed)
    return [module.adding_batch(rng, n, steps) for _ in range(calls)]


def batches(learner, rng, n, steps, calls=1):
    found = drawn(learner, int(rng.integers(1 << 31)), n, steps, calls)
    for pair in found:
        require(
            type(pair) in (tuple, list) and len(pair) == 2,
            "adding_batch must return inputs and targets.",
            pair,
        )
    return found


def marked(X):
    """Return the places of the marks of each sequence, in order."""
    return [[t for t, m in enumerate(row) if m] for row in X[:, :, 1].tolist()]


@case(
    "each sequence has one mark in each half",
    n=whole(1, 6),
    steps=whole(2, 10),
    tries=12,
)
def marks(learner, n, steps, rng):
    ((X, _),) = batches(learner, rng, n, steps)
    assert_contract(X, (n, steps, 2), "float64", low=0, high=1)
    values = set(X[:, :, 1].ravel().tolist())
    require(values <= {0.0, 1.0}, "channel 1 must hold zeros and ones.", X)
    for places in marked(X):
        require(
            len(places) == 2 and places[0] < steps // 2 <= places[1],
            f"of {steps} places one in 0 to {steps // 2 - 1} and one in "
            f"{steps // 2} to {steps - 1} must be marked.",
            places,
        )


@case(
    "the target is the sum of the two marked numbers",
    n=whole(1, 6),
    steps=whole(2, 10),
    tries=6,
)
def targets(learner, n, steps, rng):
    ((X, y),) = batches(learner, rng, n, steps)
    assert_shape(X, (n, steps, 2))
    sums = [math.fsum(v for v, mark in row if mark == 1) for row in X.tolist()]
    assert_close(y, np.array(sums), dtype="float64", what="the targets")


@case("numbers are drawn evenly between 0 and 1, each on its own")
def numbers(learner, rng):
    ((X, _),) = batches(learner, rng, 400, 15)
    assert_shape(X, (400, 15, 2))
    values = X[:, :, 0]
    require(
        len(np.unique(values)) > 0.9 * values.size,
        "the same numbers stand at many places.",
    )
    assert_distribution(
        values, lambda v: np.clip(v, 0, 1), "the numbers of channel 0"
    )


@case("every pair of places is equally likely")
def everywhere(learner, rng):
    for steps, first, second in ((6, 3, 3), (5, 2, 3)):
        ((X, _),) = batches(learner, rng, 600, steps)
        assert_shape(X, (600, steps, 2))
        counts = np.zeros((first, second))
        for places in marked(X):
            if len(places) == 2 and places[0] < first <= places[1]:
                counts[places[0], places[1] - first] += 1
        require(counts.sum() > 0, "no sequence has one mark in each half.")
        assert_frequencies(
            counts,
            np.ones((first, second)),
            f"the {first} by {second} pairs of places",
        )


@case("the same seed gives the same batch, the next call another")
def seeded(learner, rng):
    seed = int(rng.integers(1 << 31))
    (X, y), (X2, y2) = drawn(learner, seed, 4, 20, 2)
    (again, y_again), _ = drawn(learner, seed, 4, 20, 2)
    assert_equal(again, X, what="inputs of the same seed")
    assert_equal(y_again, y, what="targets of the same seed")
    require(
        not np.array_equal(X[:, :, 0], X2[:, :, 0])
        and not np.array_equal(y, y2),
        "two calls with one generator gave the same numbers.",
    )


@built("N", "T")
def test_set(rng, sizes):
    """Return sequences and their sums."""
    N, T = sizes["N"], sizes["T"]
    X = np.zeros((N, T, 2))
    X[:, :, 0] = rng.uniform(size=(N, T))
    for row in X:
        row[rng.integers(0, T // 2), 1] = 1
        row[rng.integers(T // 2, T), 1] = 1
    return X, (X[:, :, 0] * X[:, :, 1]).sum(axis=1)


@case(
    "baselines: the errors of always 1, and of the second number plus a half",
    data=test_set,
    sizes={"N": (1, 5), "T": (2, 7)},
)
def errors(learner, data):
    X, y = data
    got = learner.baselines(X, y)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "baselines must return two numbers.",
        got,
    )
    constant, half = [], []
    for row, total in zip(X.tolist(), y.tolist(), strict=True):
        later = [value for value, mark in row if mark][1]
        constant.append((1 - total) ** 2)
        half.append((later + 0.5 - total) ** 2)
    for one, squares, what in zip(
        got, (constant, half), ("always 1", "second plus a half"), strict=True
    ):
        mean = math.fsum(squares) / len(squares)
        assert_close(one, mean, what=f"the error of {what}")
    assert_untouched(learner)
