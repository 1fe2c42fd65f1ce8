"""Checks for backprop/linear_backward. Oracle: sums over ways, differences."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    assert_within_ratio,
    case,
    numeric_gradient,
    require,
)


def by_ways(X, W, dY):
    """Return (dX, dW, db), each entry summed over its ways to the loss."""
    rows, weights, slopes = X.tolist(), W.tolist(), dY.tolist()
    samples, inputs, units = range(len(X)), range(len(W)), range(W.shape[1])
    dX = [
        [
            math.fsum(slopes[n][h] * weights[d][h] for h in units)
            for d in inputs
        ]
        for n in samples
    ]
    dW = [
        [math.fsum(slopes[n][h] * rows[n][d] for n in samples) for h in units]
        for d in inputs
    ]
    db = [math.fsum(slopes[n][h] for n in samples) for h in units]
    return np.array(dX), np.array(dW), np.array(db)


def same(got, wanted):
    """Return whether a gradient is this one, in shape and values."""
    fits = isinstance(got, np.ndarray) and got.shape == wanted.shape
    return fits and np.allclose(got, wanted)


def exchanged(got, expected):
    """Return whether the gradients are right, but in another order."""
    if all(map(same, got, expected)):
        return False
    orders = itertools.permutations(expected)
    return any(all(map(same, got, order)) for order in orders)


def three(got):
    """Return the result, having looked at its form."""
    is_three = isinstance(got, tuple | list) and len(got) == 3
    require(is_three, "the result must be a tuple of three: dX, dW, db.", got)
    return got


def assert_part(learner, X, W, dY, which):
    number = ("dX", "dW", "db").index(which)
    got, expected = three(learner.linear_backward(X, W, dY)), by_ways(X, W, dY)
    require(
        not exchanged(got, expected),
        "the gradients are right, but not in the order dX, dW, db",
    )
    assert_close(got[number], expected[number], what=f"the gradient {which}")


def assert_all(got, expected, **limits):
    parts = zip(three(got), expected, ("dX", "dW", "db"), strict=True)
    for value, wanted, name in parts:
        assert_close(value, wanted, what=f"the gradient {name}", **limits)


@case(
    "dX: an input collects from all units it feeds",
    X=array("N", "D"),
    W=array("D", "H"),
    dY=array("N", "H"),
)
def inputs(learner, X, W, dY):
    assert_part(learner, X, W, dY, "dX")


@case(
    "dW: a weight collects from all samples it serves",
    X=array("N", "D"),
    W=array("D", "H"),
    dY=array("N", "H"),
)
def weights(learner, X, W, dY):
    assert_part(learner, X, W, dY, "dW")


@case(
    "db: a bias collects from all samples as well",
    X=array("N", "D"),
    W=array("D", "H"),
    dY=array("N", "H"),
)
def bias(learner, X, W, dY):
    assert_part(learner, X, W, dY, "db")


@case(
    "equal sizes hide no transposed matrix",
    X=array("K", "K"),
    W=array("K", "K"),
    dY=array("K", "K"),
    sizes={"K": (2, 4)},
)
def square(learner, X, W, dY):
    assert_all(learner.linear_backward(X, W, dY), by_ways(X, W, dY))


@case(
    "a batch of one sample keeps its axes",
    X=array(1, "D"),
    W=array("D", "H"),
    dY=array(1, "H"),
)
def one_sample(learner, X, W, dY):
    assert_all(learner.linear_backward(X, W, dY), by_ways(X, W, dY))


@case(
    "the slopes of a mean over the batch agree with differences",
    X=array("N", "D"),
    W=array("D", "H"),
    b=array("H"),
    T=array("N", "H"),
    sizes={"N": (1, 4), "D": (1, 4), "H": (1, 4)},
    tries=5,
)
def mean_squared_error(learner, X, W, b, T):
    def loss(X, W, b):
        return float(((X @ W + b - T) ** 2).sum() / (2 * len(X)))

    dY = (X @ W + b - T) / len(X)
    slopes = (
        numeric_gradient(lambda v: loss(v, W, b), X),
        numeric_gradient(lambda v: loss(X, v, b), W),
        numeric_gradient(lambda v: loss(X, W, v), b),
    )
    got = learner.linear_backward(X, W, dY)
    assert_all(got, slopes, rtol=1e-5, atol=1e-7)


@case(
    "float32 stays float32, float64 stays float64",
    X=array("N", "D"),
    W=array("D", "H"),
    dY=array("N", "H"),
)
def dtype(learner, X, W, dY):
    low = [v.astype("float32") for v in (X, W, dY)]
    expected = [v.astype("float32") for v in by_ways(*low)]
    got = learner.linear_backward(*low)
    assert_all(got, expected, rtol=1e-4, atol=1e-5, dtype="float32")
    got = learner.linear_backward(X, W, dY)
    assert_all(got, by_ways(X, W, dY), dtype="float64")


@case(
    "input, weights and incoming gradient stay as they were",
    X=array("N", "D"),
    W=array("D", "H"),
    dY=array("N", "H"),
)
def untouched(learner, X, W, dY):
    learner.linear_backward(X, W, dY)
    assert_untouched(learner)


@case("numpy does the work, not a loop over samples")
def vectorised(learner, reference, rng):
    # Short rows: what counts here is the time per sample. And one call of the
    # reference is too short to be timed well.
    X, W = rng.normal(size=(20_000, 1)), rng.normal(size=(1, 1))
    dY = rng.normal(size=(20_000, 1))
    three(learner.linear_backward(X, W, dY))
    assert_within_ratio(
        lambda: learner.linear_backward(X, W, dY),
        lambda: [reference.linear_backward(X, W, dY) for _ in range(20)],
        at_most=8,
        advice="And the reference ran twenty times. A matrix product sums "
        "over all samples at once.",
    )
