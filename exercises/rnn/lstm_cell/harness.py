"""Checks for rnn/lstm_cell. Oracle: one unit of one sample at a time, in floats."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    require,
)

SIZES = {"N": (1, 4), "D": (1, 4), "H": (1, 4)}


def squash(z):
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


def by_units(x, h, c, Wx, Wh, b):
    """Return (h, c) after a step, unit by unit; the blocks are i, f, g, o."""
    N, H = h.shape
    state, cell = np.zeros((N, H)), np.zeros((N, H))
    for n in range(N):
        for k in range(H):
            i, f, g, o = (
                math.fsum(
                    [b[block * H + k]]
                    + [x[n, d] * Wx[d, block * H + k] for d in range(len(Wx))]
                    + [h[n, j] * Wh[j, block * H + k] for j in range(H)]
                )
                for block in range(4)
            )
            cell[n, k] = squash(f) * c[n, k] + squash(i) * math.tanh(g)
            state[n, k] = squash(o) * math.tanh(cell[n, k])
    return state, cell


def weights(rng, D, H):
    return (
        rng.normal(size=(D, 4 * H)),
        rng.normal(size=(H, 4 * H)),
        rng.normal(size=4 * H),
    )


def judge(got, expected):
    pair = type(got) in (tuple, list) and len(got) == 2
    require(pair, "it must return (h, c).", got)
    for one, other, name in zip(got, expected, ("h", "c"), strict=True):
        assert_close(one, other, what=name)


@built("N", "D", "H")
def step(rng, sizes):
    """Return the arguments of one step."""
    N, D, H = (sizes[s] for s in "NDH")
    return (
        rng.normal(size=(N, D)),
        rng.uniform(-1, 1, (N, H)),
        rng.uniform(-3, 3, (N, H)),
        *weights(rng, D, H),
    )


@case("one step gives the state and the cell", step=step, sizes=SIZES)
def one_step(learner, step):
    judge(learner.lstm_cell(*step), by_units(*step))


@case(
    "five steps, each from the state and cell before",
    step=step,
    sizes=SIZES,
    tries=5,
)
def five_steps(learner, step, rng):
    x, h, c, *rest = step
    mine, theirs = (h, c), (h, c)
    for _ in range(5):
        x = rng.normal(size=x.shape)
        mine = learner.lstm_cell(x, *mine, *rest)
        theirs = by_units(x, *theirs, *rest)
        judge(mine, theirs)


@case("a cell held open keeps a large value as it is")
def held(learner):
    """Forget gate open, input gate shut, output gate half open."""
    b = np.array([-1000.0, 1000.0, 3.0, 0.0])
    x, h, c = np.zeros((2, 3)), np.zeros((2, 1)), np.array([[7.5], [-4.0]])
    arguments = (x, h, c, np.ones((3, 4)), np.ones((1, 4)), b)
    judge(learner.lstm_cell(*arguments), by_units(*arguments))


@case(
    "scores of a thousand give gates of 0 and 1, and nothing else",
    step=step,
    sizes=SIZES,
)
def large(learner, step):
    x, h, c, Wx, Wh, b = step
    arguments = (1000 * x, h, c, Wx, Wh, b)
    judge(learner.lstm_cell(*arguments), by_units(*arguments))


@case("your arguments stay as they were", step=step, sizes=SIZES)
def untouched(learner, step):
    learner.lstm_cell(*step)
    assert_untouched(learner)
    assert_unaliased(learner)
