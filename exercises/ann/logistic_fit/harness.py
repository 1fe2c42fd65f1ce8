"""Checks for ann/logistic_fit. Oracle: the same descent, in Python floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_within_ratio,
    built,
    case,
    integers,
    number,
    numeric_gradient,
    require,
    uniform,
    whole,
)

FLAGS = integers(0, 2)


def log_loss(score, truth):
    """-log of the probability of the true class, for one score."""
    margin = score if truth else -score
    return max(-margin, 0.0) + math.log1p(math.exp(-abs(margin)))


def probability(score):
    tail = math.exp(-abs(score))
    return 1 / (1 + tail) if score >= 0 else tail / (1 + tail)


def scores_of(rows, w, b):
    return [
        math.fsum([b, *(x * v for x, v in zip(row, w, strict=True))])
        for row in rows
    ]


def objective(rows, truths, w, b, l2):
    scores = scores_of(rows, w, b)
    losses = [log_loss(s, t) for s, t in zip(scores, truths, strict=True)]
    return math.fsum(losses) / len(rows) + l2 / 2 * math.fsum(v * v for v in w)


def by_loops(X, y, lr, steps, l2):
    """Weights, bias and losses of plain gradient descent from zero."""
    rows, truths = X.tolist(), y.tolist()
    w, b, losses = [0.0] * X.shape[1], 0.0, []
    for _ in range(steps):
        losses.append(objective(rows, truths, w, b, l2))
        scores = scores_of(rows, w, b)
        errors = [
            probability(s) - t for s, t in zip(scores, truths, strict=True)
        ]
        slopes = [
            math.fsum(e * row[d] for e, row in zip(errors, rows, strict=True))
            / len(rows)
            for d in range(len(w))
        ]
        w = [
            v - lr * (slope + l2 * v)
            for v, slope in zip(w, slopes, strict=True)
        ]
        b -= lr * math.fsum(errors) / len(rows)
    return np.array(w), b, losses


def fit_of(learner, X, y, lr, steps, l2):
    """The learner's weights, bias and losses, of the right types and shapes."""
    fit = learner.logistic_fit(X, y, lr, steps, l2)
    three = type(fit) is tuple and len(fit) == 3
    require(
        three,
        "the result must be a tuple of three: weights, bias, losses.",
        fit,
    )
    w, b, losses = fit
    assert_shape(w, (X.shape[1],), "the weights w")
    require(w.dtype == "float64", "the weights must have dtype float64.", w)
    require(is_number(b), "the bias must be one float.", b)
    listed = type(losses) is list and all(map(is_number, losses))
    require(listed, "the losses must be a list of floats.", losses)
    require(len(losses) == steps, f"there must be {steps} losses.", losses)
    return w, b, losses


def is_number(value):
    return isinstance(value, float | np.floating) or type(value) is int


def assert_fit(learner, X, y, lr, steps, l2):
    w, b, losses = by_loops(X, y, lr, steps, l2)
    fit = fit_of(learner, X, y, lr, steps, l2)
    assert_close(fit[0], w, what="the weights w")
    assert_close(fit[1], b, what="the bias")
    assert_close(fit[2], losses, what="the losses")


@built("N", "D")
def blobs(rng, sizes):
    """Two classes that overlap: samples and labels."""
    y = (np.arange(10 * sizes["N"]) % 3 > 0).astype(np.int64)
    centre = rng.normal(size=sizes["D"])
    return rng.normal(size=(len(y), sizes["D"])) + np.outer(
        2 * y - 1, centre
    ), y


@case(
    "one step from zero",
    X=array("N", "D"),
    y=array("N", of=FLAGS),
    lr=number(0.1, 1.0),
)
def one_step(learner, X, y, lr):
    assert_fit(learner, X, y, lr, 1, 0.0)


@case(
    "several steps, and the loss before each",
    X=array("N", "D", of=uniform(-2, 3)),
    y=array("N", of=FLAGS),
    lr=number(0.1, 1.0),
    steps=whole(3, 7),
)
def several_steps(learner, X, y, lr, steps):
    assert_fit(learner, X, y, lr, steps, 0.0)


@case(
    "the penalty pulls on the weights and not on the bias",
    X=array("N", "D", of=uniform(-2, 3)),
    y=array("N", of=FLAGS),
    l2=number(0.2, 1.0),
)
def penalty(learner, X, y, l2):
    assert_fit(learner, X, y, 0.3, 5, l2)


@case(
    "no steps leave zeros and no losses",
    X=array("N", "D"),
    y=array("N", of=FLAGS),
)
def no_steps(learner, X, y):
    assert_fit(learner, X, y, 0.1, 0, 0.5)


@case(
    "large scores stay finite and keep their loss",
    X=array("N", "D", of=uniform(-100, 100)),
    y=array("N", of=FLAGS),
    sizes={"N": (2, 6), "D": (2, 4)},
)
def large(learner, X, y):
    assert_fit(learner, X, y, 5.0, 4, 0.0)


@case("every sample twice changes nothing", data=blobs, sizes={"N": (1, 4)})
def twice(learner, data):
    X, y = data
    once = by_loops(X, y, 0.2, 5, 0.1)
    fit = fit_of(learner, np.vstack([X, X]), np.hstack([y, y]), 0.2, 5, 0.1)
    assert_close(
        fit, once, because="twice the samples must give the same mean slopes."
    )


@case(
    "below the largest safe step no loss rises",
    data=blobs,
    tries=3,
    sizes={"N": (3, 6)},
)
def falls(learner, data):
    X, y = data
    wide = np.hstack([X, np.ones((len(X), 1))])
    curvature = float(np.linalg.eigvalsh(wide.T @ wide / len(X))[-1]) / 4 + 0.1
    losses = fit_of(learner, X, y, 1.5 / curvature, 40, 0.1)[2]
    rises = np.flatnonzero(~(np.diff(losses) <= 1e-9))
    require(
        rises.size == 0, f"the loss rose in step {[*rises, 0][0]}.", losses[:8]
    )


@case(
    "after many steps both slopes are zero",
    data=blobs,
    tries=2,
    sizes={"N": (2, 4), "D": (1, 3)},
)
def settles(learner, data):
    X, y = data
    w, b, _ = fit_of(learner, X, y, 0.5, 600, 0.5)
    settled = bool((np.abs(np.append(w, b)) < 1e6).all())
    require(settled, "weights and bias should have settled; they ran away.", w)
    rows, truths = X.tolist(), y.tolist()
    slopes = numeric_gradient(
        lambda v: objective(rows, truths, v[:-1].tolist(), float(v[-1]), 0.5),
        np.append(w, b),
    )
    assert_close(
        slopes[:-1], np.zeros(len(w)), atol=1e-6, what="the weights' slope"
    )
    require(
        abs(slopes[-1]) < 1e-6, f"the bias' slope is {slopes[-1]:.4g}, not 0."
    )


@case("numpy does the work, not a loop over samples")
def vectorised(learner, reference, rng):
    X, y = rng.normal(size=(2000, 5)), rng.integers(0, 2, 2000)
    fit_of(learner, X, y, 0.1, 1, 0.1)
    assert_within_ratio(
        lambda: learner.logistic_fit(X, y, 0.1, 5, 0.1),
        lambda: reference.logistic_fit(X, y, 0.1, 5, 0.1),
        at_most=20,
        advice="Scores and slopes are matrix products over all samples.",
    )
