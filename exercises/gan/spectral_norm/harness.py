"""Checks for gan/spectral_norm. Oracle: the steps in Python floats, and numpy's singular
value decomposition where they have converged.
"""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    normal,
    require,
    whole,
)

SIZES = {"O": (2, 5), "K": (2, 6)}


def unit(values):
    length = math.hypot(*values)
    return [value / length for value in values]


def stepped(rows, u, steps):
    """Return what some steps arrive at, one number at a time."""
    rows, u = rows.tolist(), u.tolist()
    for _ in range(steps):
        v = unit(
            [
                math.fsum(row[j] * a for row, a in zip(rows, u, strict=True))
                for j in range(len(rows[0]))
            ]
        )
        ahead = [
            math.fsum(a * b for a, b in zip(row, v, strict=True))
            for row in rows
        ]
        u = unit(ahead)
    return math.hypot(*ahead), np.array(u), np.array(v)


def ask(learner, W, u, steps):
    got = learner.power_iteration(W, u, steps)
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "power_iteration must return three things: sigma, u and v",
        got,
    )
    return [float(got[0]), *got[1:]]


def layer(learner, W, u, *steps):
    got = learner.normalised(W, u, *steps)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "normalised must return two things: the weights and the new u",
        got,
    )
    return got


def expect(learner, W, u, steps):
    got = ask(learner, W, u, steps)
    wanted = stepped(W.reshape(len(W), -1), u, steps)
    for part, right, name in zip(
        got, wanted, ("sigma", "u", "v"), strict=True
    ):
        assert_close(part, right, what=name)


GIVEN = {"W": array("O", "K"), "u": array("O", of=normal(1.0, 0.7))}


@built("O", "K")
def clear(rng, sizes):
    """Return a matrix whose first singular value stands out, and a start."""
    o, k = sizes["O"], sizes["K"]
    left = np.linalg.qr(rng.normal(size=(o, o)))[0]
    right = np.linalg.qr(rng.normal(size=(k, k)))[0]
    n = min(o, k)
    values = np.sort(rng.uniform(0.2, 2.0, size=n))[::-1]
    values[0] = 4.0
    W = (left[:, :n] * values) @ right[:n]
    return W, left[:, 0] + 0.3 * rng.normal(size=o) / o


@case("one step, from where it is told to start", sizes=SIZES, **GIVEN)
def one_step(learner, W, u):
    expect(learner, W, u, 1)


@case("a square layer that is not symmetric")
def square(learner, rng):
    for size in (2, 4):
        W, u = rng.normal(size=(size, size)), rng.normal(size=size)
        expect(learner, W, u, 2)


@case("a few steps", sizes=SIZES, steps=whole(2, 5), **GIVEN)
def few_steps(learner, W, u, steps):
    expect(learner, W, u, steps)


@case(
    "many steps find the largest singular value and its directions",
    given=clear,
    sizes=SIZES,
)
def converged(learner, given):
    W, u = given
    sigma, left, right = ask(learner, W, u, 60)
    true = np.linalg.svd(W)
    assert_close(sigma, float(true[1][0]), what="sigma after 60 steps")
    side = float(np.sign(true[0][:, 0] @ u))
    assert_close(left, side * true[0][:, 0], atol=1e-6, what="u")
    assert_close(right, side * true[2][0], atol=1e-6, what="v")


@case("huge entries and many steps: nothing overflows", given=clear)
def extreme(learner, given):
    W, u = given
    for scale in (1e100, 1e-3):
        sigma, left, right = ask(learner, scale * W, u, 40)
        assert_close(sigma / scale, 4.0, what=f"sigma / {scale}")
        require(
            np.isfinite(left).all() and np.isfinite(right).all(),
            "u or v holds NaN or infinity",
        )
    expect(learner, W, 1e3 * u, 3)


@case("weights of a convolution: one row for each output")
def convolution(learner, rng):
    for shape in ((3, 2, 2, 4), (2, 2, 2, 2), (4, 1, 3, 3), (3, 5, 2)):
        W, u = rng.normal(size=shape), rng.normal(size=shape[0])
        expect(learner, W, u, 3)
        bar, _ = layer(learner, W, u, 3)
        sigma = stepped(W.reshape(len(W), -1), u, 3)[0]
        assert_close(bar, W / sigma, what="the normalised weights")


@case(
    "the weights are divided by sigma, and the new u comes back",
    sizes=SIZES,
    steps=whole(1, 4),
    **GIVEN,
)
def divided(learner, W, u, steps):
    sigma, wanted, _ = stepped(W, u, steps)
    bar, left = layer(learner, W, u, steps)
    assert_close(bar, W / sigma, what="the normalised weights")
    assert_close(left, wanted, what="u after the call")


@case("one step for each call, by default", sizes=SIZES, **GIVEN)
def by_default(learner, W, u):
    sigma, wanted, _ = stepped(W, u, 1)
    bar, left = layer(learner, W, u)
    assert_close(bar, W / sigma, what="the normalised weights")
    assert_close(left, wanted, what="u after the call")


@case(
    "call after call it comes to stretch by 1",
    given=clear,
    sizes=SIZES,
    tries=3,
)
def carried(learner, given):
    W, u = given
    for _ in range(40):
        bar, u = layer(learner, W, u)
    stretch = float(np.linalg.svd(bar, compute_uv=False)[0])
    assert_close(
        stretch, 1.0, what="the most that the layer stretches after 40 calls"
    )


@case("the arguments stay as they were", sizes=SIZES, **GIVEN)
def untouched(learner, W, u):
    for name in ("power_iteration", "normalised"):
        getattr(learner, name)(W, u, 2)
        assert_untouched(learner)
        assert_unaliased(learner)
