"""Checks for rnn/rnn_forward. Oracle: one unit of one sequence at a time, in floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    case,
    uniform,
)

SMALL = uniform(-1, 1)
SIZES = {"N": (1, 4), "T": (1, 5), "D": (1, 4), "H": (1, 4)}


def by_units(X, h0, Wx, Wh, b):
    """Return all states, each a sum in Python floats, squashed."""
    states = np.zeros((*X.shape[:2], len(b)))
    for n, inputs in enumerate(X.tolist()):
        before = h0[n].tolist()
        for t, x in enumerate(inputs):
            before = [
                math.tanh(
                    math.fsum(
                        [b[k]]
                        + [v * Wx[i, k] for i, v in enumerate(x)]
                        + [v * Wh[j, k] for j, v in enumerate(before)]
                    )
                )
                for k in range(len(b))
            ]
            states[n, t] = before
    return states


WEIGHTS = {
    "Wx": array("D", "H", of=SMALL),
    "Wh": array("H", "H", of=SMALL),
    "b": array("H", of=SMALL),
}


@case(
    "one step is one squashed sum of input, state and bias",
    X=array("N", 1, "D"),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def one_step(learner, X, h0, Wx, Wh, b):
    got = learner.rnn_forward(X, h0, Wx, Wh, b)
    assert_close(got, by_units(X, h0, Wx, Wh, b))


@case(
    "the state is carried from step to step, and every one is returned",
    X=array("N", "T", "D"),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def many_steps(learner, X, h0, Wx, Wh, b):
    got = learner.rnn_forward(X, h0, Wx, Wh, b)
    assert_close(got, by_units(X, h0, Wx, Wh, b))


@case(
    "each sequence of the batch has a memory of its own",
    X=array(3, 3, "D"),
    h0=array(3, "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def alone(learner, X, h0, Wx, Wh, b):
    together = learner.rnn_forward(X, h0, Wx, Wh, b)
    single = learner.rnn_forward(X[1:2], h0[1:2], Wx, Wh, b)
    assert_close(
        single[0],
        together[1],
        because="Sequence 1 gives other states alone than in a batch.",
    )


@case(
    "a sequence read in two pieces gives the states of the whole",
    X=array("N", 6, "D"),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def pieces(learner, X, h0, Wx, Wh, b):
    first = learner.rnn_forward(X[:, :2], h0, Wx, Wh, b)
    assert_close(first, by_units(X[:, :2], h0, Wx, Wh, b))
    second = learner.rnn_forward(X[:, 2:], first[:, -1], Wx, Wh, b)
    assert_close(
        second,
        by_units(X, h0, Wx, Wh, b)[:, 2:],
        because="The second piece starts from the last state of the first.",
    )


@case(
    "no steps give no states: shape (N, 0, H)",
    X=array("N", 0, "D"),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def no_steps(learner, X, h0, Wx, Wh, b):
    got = learner.rnn_forward(X, h0, Wx, Wh, b)
    assert_close(got, np.zeros((len(X), 0, len(b))))


@case(
    "large inputs saturate the state and do no more",
    X=array("N", "T", "D", of=uniform(-1000, 1000)),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def large(learner, X, h0, Wx, Wh, b):
    got = learner.rnn_forward(X, h0, Wx, Wh, b)
    assert_close(got, by_units(X, h0, Wx, Wh, b))


@case(
    "your arguments stay as they were",
    X=array("N", "T", "D"),
    h0=array("N", "H", of=SMALL),
    **WEIGHTS,
    sizes=SIZES,
)
def untouched(learner, X, h0, Wx, Wh, b):
    learner.rnn_forward(X, h0, Wx, Wh, b)
    assert_untouched(learner)
    assert_unaliased(learner)
