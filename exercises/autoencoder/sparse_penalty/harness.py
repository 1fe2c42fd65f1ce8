"""Checks for autoencoder/sparse_penalty. Oracle: the definition in Python floats, differences."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    number,
    numeric_gradient,
    require,
    uniform,
)

EDGE = 1e-6
GIVEN = {
    "H": array("N", "K", of=uniform(0.05, 0.95)),
    "rho": number(0.02, 0.4),
    "sizes": {"N": (1, 6), "K": (1, 5)},
}


def penalty(H, rho):
    """Return the penalty by its definition."""
    total = 0.0
    for unit in H.T.tolist():
        q = min(max(math.fsum(unit) / len(unit), EDGE), 1 - EDGE)
        total += rho * math.log(rho / q)
        total += (1 - rho) * math.log((1 - rho) / (1 - q))
    return total


def ask(learner, H, rho):
    got = learner.sparse_penalty(H, rho)
    assert_untouched(learner)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "sparse_penalty must return the penalty and its gradient",
        got,
    )
    return got


@case("the penalty: one divergence for each unit, all added", **GIVEN)
def value(learner, H, rho):
    got, _ = ask(learner, H, rho)
    assert_close(got, penalty(H, rho), what="the penalty")


@case("a unit that is as busy as wanted costs nothing", rho=number(0.1, 0.4))
def at_rest(learner, rho):
    H = np.array([[rho + 0.1, rho], [rho - 0.1, rho]])
    got, slope = ask(learner, H, rho)
    assert_close(got, 0.0, what="the penalty")
    assert_close(slope, np.zeros((2, 2)), atol=1e-7, what="the gradient")


@case("the gradient: a share for every sample", **GIVEN)
def gradient(learner, H, rho):
    _, slope = ask(learner, H, rho)
    wanted = numeric_gradient(lambda h: penalty(h, rho), H)
    assert_close(slope, wanted, rtol=1e-5, atol=1e-7, what="the gradient")


@case("units that are always off or always on: finite, and pushed back")
def edges(learner):
    rho = 0.05
    H = np.array([[0.0, 1.0, 0.3], [0.0, 1.0, 0.2]])
    got, slope = ask(learner, H, rho)
    require(
        bool(np.isfinite(got)) and bool(np.isfinite(slope).all()),
        "a mean activity of 0 or 1 must give finite numbers",
    )
    assert_close(got, penalty(H, rho), what="the penalty")
    pulls = [(1 - rho) / (1 - q) - rho / q for q in (EDGE, 1 - EDGE, 0.25)]
    assert_close(slope, np.array([pulls, pulls]) / 2, what="the gradient")
