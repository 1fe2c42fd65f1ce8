"""Checks for autoencoder/contractive_penalty. Oracle: Jacobians by differences."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    number,
    numeric_gradient,
)

SIZES = {"N": (1, 5), "D": (1, 5), "K": (1, 4)}
GIVEN = {
    "X": array("N", "D"),
    "W": array("D", "K"),
    "b": array("K"),
    "sizes": SIZES,
}


def unit(x, w, b):
    return 1 / (1 + math.exp(-(float(x @ w) + b)))


def by_differences(X, W, b):
    """Return the mean over samples of the squares of all slopes."""
    total = 0.0
    for x in X:
        for w, c in zip(W.T, b.tolist(), strict=True):
            slope = numeric_gradient(lambda v, w=w, c=c: unit(v, w, c), x)
            total += float((slope**2).sum())
    return total / len(X)


def ask(learner, X, W, b):
    got = learner.contractive_penalty(X, W, b)
    assert_untouched(learner)
    return got


@case("all slopes of all units, squared and added", tries=8, **GIVEN)
def value(learner, X, W, b):
    wanted = by_differences(X, W, b)
    got = ask(learner, X, W, b)
    assert_close(got, wanted, rtol=1e-5, atol=1e-8, what="the penalty")


@case("a square matrix", X=array("N", "D"), W=array("D", "D"), b=array("D"),
      sizes={"N": (2, 4), "D": (2, 4)}, tries=4)  # fmt: skip
def square(learner, X, W, b):
    wanted = by_differences(X, W, b)
    got = ask(learner, X, W, b)
    assert_close(got, wanted, rtol=1e-5, atol=1e-8, what="the penalty")


@case("one unit in its middle: a sixteenth of its squared weights")
def middle(learner, rng):
    W = rng.normal(size=(4, 1))
    got = ask(learner, np.zeros((3, 4)), W, np.zeros(1))
    wanted = sum(w * w for w in W[:, 0].tolist()) / 16
    assert_close(got, wanted, what="the penalty")


@case("units at their ends are flat and cost nothing", far=number(40, 300))
def flat(learner, far):
    W = np.array([[1.0, -2.0], [0.5, 3.0]])
    for b in (np.array([far, -far]), np.array([-far, far])):
        got = ask(learner, np.zeros((2, 2)), W, b)
        assert_close(got, 0.0, atol=1e-9, what="the penalty")
