"""Checks for rnn/gru_cell. Oracle: one unit of one sample at a time, in floats."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
)

SIZES = {"N": (1, 4), "D": (1, 4), "H": (1, 4)}


def squash(z):
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


def by_units(x, h, Wx, Wh, bx, bh):
    """Return the new state, unit by unit; the blocks are r, z, n."""
    N, H = h.shape
    new = np.zeros((N, H))
    for n in range(N):
        for k in range(H):
            places = [block * H + k for block in range(3)]
            a = [
                math.fsum(
                    [bx[p], *(x[n, d] * Wx[d, p] for d in range(len(Wx)))]
                )
                for p in places
            ]
            s = [
                math.fsum([bh[p], *(h[n, j] * Wh[j, p] for j in range(H))])
                for p in places
            ]
            r, z = squash(a[0] + s[0]), squash(a[1] + s[1])
            new[n, k] = (1 - z) * math.tanh(a[2] + r * s[2]) + z * h[n, k]
    return new


@built("N", "D", "H")
def step(rng, sizes):
    """Return the arguments of one step."""
    N, D, H = (sizes[s] for s in "NDH")
    shapes = [(N, D), (N, H), (D, 3 * H), (H, 3 * H), 3 * H, 3 * H]
    return tuple(
        rng.uniform(-0.9, 0.9, shape) if n == 1 else rng.normal(size=shape)
        for n, shape in enumerate(shapes)
    )


@case("one step gives the new state", step=step, sizes=SIZES)
def one_step(learner, step):
    assert_close(learner.gru_cell(*step), by_units(*step))


@case(
    "five steps, each from the state before", step=step, sizes=SIZES, tries=5
)
def five_steps(learner, step, rng):
    x, h, *rest = step
    mine = theirs = h
    for _ in range(5):
        x = rng.normal(size=x.shape)
        mine = learner.gru_cell(x, mine, *rest)
        theirs = by_units(x, theirs, *rest)
        assert_close(mine, theirs)


@case("an update gate of 1 keeps the state, one of 0 replaces it")
def extremes(learner):
    x, h = np.array([[0.5, -1.0]]), np.array([[0.7, -0.2]])
    Wx, Wh = np.full((2, 6), 0.3), np.full((2, 6), -0.4)
    for score in (1000.0, -1000.0):
        bx = np.array([0.5, 0.1, score, score, 0.2, -0.6])
        bh = np.array([0.0, 0.3, 0.0, 0.0, 0.9, 0.4])
        arguments = (x, h, Wx, Wh, bx, bh)
        assert_close(learner.gru_cell(*arguments), by_units(*arguments))


@case("your arguments stay as they were", step=step, sizes=SIZES)
def untouched(learner, step):
    learner.gru_cell(*step)
    assert_untouched(learner)
    assert_unaliased(learner)
