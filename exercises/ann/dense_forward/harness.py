"""Checks for ann/dense_forward. Oracle: each weighted sum in loops."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    assert_within_ratio,
    case,
)


def by_loops(x, W, b):
    """Bias plus weighted sum, one sample and one unit at a time."""
    scores = np.empty((x.shape[0], W.shape[1]))
    for n, h in np.ndindex(scores.shape):
        products = [float(x[n, d]) * float(W[d, h]) for d in range(x.shape[1])]
        scores[n, h] = math.fsum([float(b[h]), *products])
    return scores


@case(
    "every score is a bias plus a weighted sum",
    x=array("N", "D"),
    W=array("D", "H"),
    b=array("H"),
)
def scores(learner, x, W, b):
    assert_close(learner.dense(x, W, b), by_loops(x, W, b))


@case(
    "equal sizes hide no transposed matrix",
    x=array("K", "K"),
    W=array("K", "K"),
    b=array("K"),
    sizes={"K": (2, 4)},
)
def square(learner, x, W, b):
    assert_close(learner.dense(x, W, b), by_loops(x, W, b))


@case(
    "one sample gives a matrix of one row",
    x=array(1, "D"),
    W=array("D", "H"),
    b=array("H"),
    sizes={"H": (2, 6)},
)
def one_sample(learner, x, W, b):
    assert_close(learner.dense(x, W, b), by_loops(x, W, b))


@case(
    "one unit gives a matrix of one column",
    x=array("N", "D"),
    W=array("D", 1),
    b=array(1),
)
def one_unit(learner, x, W, b):
    assert_close(learner.dense(x, W, b), by_loops(x, W, b))


@case(
    "no samples give shape (0, H)",
    W=array("D", "H"),
    b=array("H"),
)
def no_samples(learner, W, b):
    assert_close(
        learner.dense(np.empty((0, len(W))), W, b), np.empty((0, len(b)))
    )


@case(
    "float32 stays float32, float64 stays float64",
    x=array("N", "D"),
    W=array("D", "H"),
    b=array("H"),
)
def dtype(learner, x, W, b):
    low = [v.astype("float32") for v in (x, W, b)]
    expected = by_loops(*low).astype("float32")
    assert_close(
        learner.dense(*low), expected, rtol=1e-4, atol=1e-5, dtype="float32"
    )
    assert_close(learner.dense(x, W, b), by_loops(x, W, b), dtype="float64")


@case(
    "samples, weights and biases stay as they were",
    x=array("N", "D"),
    W=array("D", "H"),
    b=array("H"),
)
def untouched(learner, x, W, b):
    learner.dense(x, W, b)
    assert_untouched(learner)


@case("numpy does the work, not a loop over samples")
def vectorised(learner, reference, rng):
    # Short rows: what counts here is the time per sample. And one call of the
    # reference is too short to be timed well.
    x, W, b = rng.normal(size=(20_000, 1)), rng.normal(size=(1, 1)), np.ones(1)
    assert_within_ratio(
        lambda: learner.dense(x, W, b),
        lambda: [reference.dense(x, W, b) for _ in range(10)],
        at_most=5,
        advice="And the reference ran ten times. One product handles all samples.",
    )
