"""Checks for rnn/rnn_bptt. Oracle: central differences of a forward pass."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    numeric_gradient,
    require,
    uniform,
)

SMALL = uniform(-1, 1)
SIZES = {"N": (1, 3), "D": (1, 2), "H": (1, 3)}
NAMES = ["dX", "dh0", "dWx", "dWh", "db"]


def states(X, h0, Wx, Wh, b):
    """Return the states of a layer, written again for the judge."""
    seen, h = [], h0
    for t in range(X.shape[1]):
        h = np.tanh(np.c_[X[:, t], h, np.ones(len(h))] @ np.r_[Wx, Wh, [b]])
        seen.append(h)
    return np.stack(seen, axis=1)


def by_differences(dH, *values):
    """Return the gradient of sum(dH * states) for each of the five."""
    return [
        numeric_gradient(
            lambda v, i=i: float(
                (dH * states(*values[:i], v, *values[i + 1 :])).sum()
            ),
            value,
        )
        for i, value in enumerate(values)
    ]


def held_against(learner, dH, X, h0, Wx, Wh, b, which=NAMES):
    H = states(X, h0, Wx, Wh, b)
    got = learner.rnn_bptt(X, h0, H, Wx, Wh, dH)
    five = type(got) in (tuple, list) and len(got) == 5
    require(five, "it must return (dX, dh0, dWx, dWh, db).", got)
    expected = by_differences(dH, X, h0, Wx, Wh, b)
    for name, one, other in zip(NAMES, got, expected, strict=True):
        if name in which:
            assert_close(one, other, what=f"`{name}`")


def drawn(T, *, sizes=SIZES, tries=3, **changed):
    """Return the draws of a case with T steps, as keywords of `case`."""
    return {
        "X": array("N", T, "D"),
        "h0": array("N", "H", of=SMALL),
        "Wx": array("D", "H", of=SMALL),
        "Wh": array("H", "H", of=SMALL),
        "b": array("H", of=SMALL),
        "dH": array("N", T, "H"),
        "sizes": sizes,
        "tries": tries,
    } | changed


@case("one step: the gradients of a layer with a tanh", **drawn(1))
def one_step(learner, X, h0, Wx, Wh, b, dH):
    held_against(learner, dH, X, h0, Wx, Wh, b)


@case("two steps: what the second does to the first arrives", **drawn(2))
def two_steps(learner, X, h0, Wx, Wh, b, dH):
    held_against(learner, dH, X, h0, Wx, Wh, b)


@case(
    "many steps, and a loss that looks at the last state alone",
    **drawn(6, tries=2),
)
def only_the_end(learner, X, h0, Wx, Wh, b, dH):
    last = np.zeros(dH.shape)
    last[:, -1] = dH[:, -1]
    held_against(learner, last, X, h0, Wx, Wh, b)


@case("many steps, and a loss that looks at every state", **drawn(4, tries=2))
def every_state(learner, X, h0, Wx, Wh, b, dH):
    held_against(learner, dH, X, h0, Wx, Wh, b)


@case("the first state has a gradient too", **drawn(3))
def first_state(learner, X, h0, Wx, Wh, b, dH):
    held_against(learner, dH, X, h0, Wx, Wh, b, which=["dh0"])


@case("your arguments stay as they were", **drawn(3, tries=2))
def untouched(learner, X, h0, Wx, Wh, b, dH):
    learner.rnn_bptt(X, h0, states(X, h0, Wx, Wh, b), Wx, Wh, dH)
    assert_untouched(learner)
