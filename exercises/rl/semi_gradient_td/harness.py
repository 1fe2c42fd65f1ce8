"""Checks for rl/semi_gradient_td. Oracle: one transition at a time, in floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    require,
)


def by_hand(w, X, rewards, X_next, terminated, gamma, rate):
    """Return (w_new, errors), each a sum of products in Python floats."""
    weights, errors = w.tolist(), []
    for x, r, y, over in zip(
        X.tolist(), rewards.tolist(), X_next.tolist(), terminated, strict=True
    ):
        now = math.fsum(a * b for a, b in zip(weights, x, strict=True))
        later = math.fsum(a * b for a, b in zip(weights, y, strict=True))
        errors.append(r + (0.0 if over else gamma * later) - now)
    moved = [
        a
        + rate
        * math.fsum(e * X[n, d] for n, e in enumerate(errors))
        / len(errors)
        for d, a in enumerate(weights)
    ]
    return np.array(moved), np.array(errors)


def parts(got):
    pair = type(got) in (tuple, list) and len(got) == 2
    require(pair, "the result must be a tuple of two: w_new, errors.", got)
    return got


@built("N")
def ends(rng, sizes):
    """Flags of which at least one is set and, from two on, one is not."""
    flags = rng.random(sizes["N"]) < 0.4
    flags[rng.integers(sizes["N"])] = True
    if sizes["N"] > 1:
        flags[(np.argmax(flags) + 1) % sizes["N"]] = False
    return flags


GIVEN = {
    "w": array("D"),
    "X": array("N", "D"),
    "rewards": array("N"),
    "X_next": array("N", "D"),
    "gamma": number(0.3, 0.95),
    "rate": number(0.05, 0.6),
}


@case("the errors are target less prediction", **GIVEN)
def errors(learner, w, X, rewards, X_next, gamma, rate):
    going = np.zeros(len(X), bool)
    given = (w, X, rewards, X_next, going, gamma, rate)
    got = parts(learner.td_step(*given))[1]
    assert_close(got, by_hand(*given)[1], what="errors")


@case("nothing comes after an end", terminated=ends, **GIVEN)
def masked(learner, terminated, w, X, rewards, X_next, gamma, rate):
    given = (w, X, rewards, X_next, terminated, gamma, rate)
    got = parts(learner.td_step(*given))[1]
    assert_close(got, by_hand(*given)[1], what="errors")


@case(
    "the weights move along the features of the states that were left",
    terminated=ends,
    **GIVEN,
)
def weights(learner, terminated, w, X, rewards, X_next, gamma, rate):
    given = (w, X, rewards, X_next, terminated, gamma, rate)
    got = parts(learner.td_step(*given))[0]
    assert_close(got, by_hand(*given)[0], what="w_new")


@case("all arguments stay as they were", terminated=ends, **GIVEN)
def untouched(learner, terminated, w, X, rewards, X_next, gamma, rate):
    learner.td_step(w, X, rewards, X_next, terminated, gamma, rate)
    assert_untouched(learner)
