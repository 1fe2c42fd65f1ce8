"""Checks for ann/perceptron_fit. Oracle: the dual form, in whole numbers.

All coordinates are whole numbers, so every sum is exact in floating point, and
a score of exactly 0 is 0 in whatever order a program adds up.
"""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_untouched,
    assume,
    case,
    integers,
    require,
    signs,
    whole,
)

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND = np.array([-1, -1, -1, 1])
XOR = np.array([-1, 1, 1, -1])


def by_counting(X, y, epochs):
    """Return w, b and mistakes from how often each point was missed."""
    points = [[int(v) for v in row] for row in X]
    labels = [int(label) for label in y]
    kernel = [
        [1 + sum(p * q for p, q in zip(a, c)) for c in points] for a in points
    ]
    counts = [0] * len(points)
    history = []
    for _ in range(epochs):
        before = sum(counts)
        for i, label in enumerate(labels):
            seen = sum(n * s * k for n, s, k in zip(counts, labels, kernel[i]))
            if label * seen <= 0:
                counts[i] += 1
        history.append(sum(counts) - before)
        if not history[-1]:
            break
    pulls = [n * s for n, s in zip(counts, labels)]
    w = [
        sum(pull * row[d] for pull, row in zip(pulls, points))
        for d in range(X.shape[1])
    ]
    return np.array(w, dtype=float), float(sum(pulls)), history


def check(learner, X, y, *epochs):
    """Compare one fit with the oracle, part by part; return it."""
    got = learner.perceptron_fit(X, y, *epochs)
    wanted = by_counting(X, y, *(epochs or (100,)))
    require(
        isinstance(got, tuple | list) and len(got) == 3,
        "The result must be a tuple of three: weights, bias, mistakes.",
        got,
    )
    counts = f"the mistakes of each epoch must be {wanted[2]}, not {got[2]}"
    assert_close(got[2], wanted[2], what="mistakes", because=counts)
    assert_close(got[0], wanted[0], what="w")
    assert_close(got[1], wanted[1], what="b")
    return got


@case(
    "a score of exactly 0 is a mistake, for either class",
    x=array(1, "D", of=integers(1, 5), dtype="float64"),
)
def zero_score(learner, x):
    assume(x.all())
    for label in (1, -1):
        check(learner, x, np.array([label]), 1)


@case(
    "each mistake moves the line at once, in the order of the points",
    X=array("N", "D", of=integers(-4, 5), dtype="float64"),
    y=array("N", of=signs()),
    sizes={"N": (2, 8), "D": (1, 4)},
)
def one_epoch(learner, X, y):
    assume(np.abs(y).all())
    check(learner, X, y, 1)


@case("the next epoch goes on from where the last one ended")
def two_epochs(learner):
    check(learner, CORNERS, AND, 2)


@case(
    "points that a line can separate end in one clean epoch",
    X=array("N", "D", of=integers(-3, 4), dtype="float64"),
    direction=array("D", of=integers(-3, 4)),
    offset=whole(-2, 3),
    sizes={"N": (2, 10), "D": (1, 4)},
)
def separable(learner, X, direction, offset):
    # Half a unit off every whole number: no point lies on the line.
    y = np.where(X @ direction + offset + 0.5 > 0, 1, -1)
    check(learner, X, y, 400)


@case(
    "XOR never has a clean epoch, so it returns after `epochs`",
    epochs=whole(2, 30),
)
def xor(learner, epochs):
    check(learner, CORNERS, XOR, epochs)


@case("without `epochs` it gives up after 100")
def default(learner):
    *_, mistakes = learner.perceptron_fit(CORNERS, XOR)
    assert_equal(len(mistakes), 100, what="the number of epochs")


@case(
    "the points and labels you were given stay as they were",
    X=array("N", 2, of=integers(-4, 5), dtype="float64"),
    y=array("N", of=signs()),
    sizes={"N": (4, 8)},
)
def untouched(learner, X, y):
    assume(np.abs(y).all())
    learner.perceptron_fit(X, y, 3)
    assert_untouched(learner)
