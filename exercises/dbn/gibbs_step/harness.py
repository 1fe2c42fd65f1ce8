"""Checks for dbn/gibbs_step. Oracle: unit by unit with the same uniforms; enumeration."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_frequencies,
    built,
    case,
    probe,
    require,
    uniform,
    whole,
)

SIZES = {"N": (1, 4), "D": (1, 5), "H": (1, 5)}
MACHINE = {
    "W": array("D", "H"),
    "b": array("D"),
    "c": array("H"),
    "sizes": SIZES,
}


@probe
def step(module, v, W, b, c, seed):
    kept = [x.copy() for x in (v, W, b, c)]
    got = module.gibbs_step(v, W, b, c, np.random.default_rng(seed))
    same = all(map(np.array_equal, kept, (v, W, b, c)))
    return got, same


@probe
def walk(module, v, W, b, c, seed, steps):
    """Return the visible rows after some steps of one chain per row."""
    rng = np.random.default_rng(seed)
    for _ in range(steps):
        v = module.gibbs_step(v, W, b, c, rng)[3]
    return v


@built("N", "D")
def rows(rng, sizes):
    return rng.integers(0, 2, (sizes["N"], sizes["D"])).astype(float)


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def by_hand(v, W, b, c, seed):
    rng = np.random.default_rng(seed)
    N, (D, H) = len(v), W.shape
    first, second = rng.random((N, H)), rng.random((N, D))
    ph, pv = np.zeros((N, H)), np.zeros((N, D))
    h, new = np.zeros((N, H)), np.zeros((N, D))
    for n in range(N):
        for j in range(H):
            terms = [v[n, i] * W[i, j] for i in range(D)]
            ph[n, j] = squash(math.fsum([*terms, c[j]]))
            h[n, j] = float(first[n, j] < ph[n, j])
        for i in range(D):
            terms = [h[n, j] * W[i, j] for j in range(H)]
            pv[n, i] = squash(math.fsum([*terms, b[i]]))
            new[n, i] = float(second[n, i] < pv[n, i])
    return ph, h, pv, new


NAMES = ("ph", "h", "pv", "v_new")


def four(got):
    require(
        type(got) is tuple and len(got) == 4,
        "it must return a tuple of four arrays: ph, h, pv, v_new.",
    )
    return got


@case(
    "as many hidden units as visible ones",
    v=array("N", "D", of=uniform(0, 1)),
    seed=whole(0, 10**6),
    W=array("D", "D"),
    b=array("D"),
    c=array("D"),
    sizes={"N": (2, 4), "D": (2, 4)},
)
def square(learner, v, W, b, c, seed):
    got, _ = step(learner, v=v, W=W, b=b, c=c, seed=seed)
    expected = by_hand(v, W, b, c, seed)
    for mine, theirs, name in zip(four(got), expected, NAMES, strict=True):
        assert_close(mine, theirs, what=f"`{name}`", dtype="float64")


@case(
    "probabilities and draws, there and back",
    v=rows,
    seed=whole(0, 10**6),
    **MACHINE,
)
def exact(learner, v, W, b, c, seed):
    got, same = step(learner, v=v, W=W, b=b, c=c, seed=seed)
    expected = by_hand(v, W, b, c, seed)
    for mine, theirs, name in zip(four(got), expected, NAMES, strict=True):
        assert_close(mine, theirs, what=f"`{name}`", dtype="float64")
    require(same, "an argument was changed in place.")


@case(
    "inputs of ±1000 give probabilities of 0 and 1",
    v=rows,
    seed=whole(0, 10**6),
    sign=array("H"),
    side=array("D"),
    sizes=SIZES,
)
def large(learner, v, seed, sign, side):
    D, H = len(side), len(sign)
    W, b, c = np.zeros((D, H)), 1e3 * np.sign(side), 1e3 * np.sign(sign)
    got, _ = step(learner, v=v, W=W, b=b, c=c, seed=seed)
    for mine, theirs, name in zip(
        four(got), by_hand(v, W, b, c, seed), NAMES, strict=True
    ):
        assert_close(mine, theirs, what=f"`{name}`")


def marginal(W, b, c):
    """Return the probability of each visible pattern, by enumeration."""
    D, H = W.shape
    weight = [
        math.fsum(
            math.exp(np.dot(b, v) + np.dot(c, h) + np.dot(v, W @ np.array(h)))
            for h in itertools.product((0, 1), repeat=H)
        )
        for v in itertools.product((0, 1), repeat=D)
    ]
    return np.array(weight) / math.fsum(weight)


@case("3,000 chains end up distributed as the machine says", tries=1)
def long_run(learner, rng):
    W = np.array([[1.5, -1.0], [-1.0, 0.8], [0.5, 1.2]])
    b, c = np.array([0.3, -0.4, -0.8]), np.array([-0.5, 0.4])
    v = rng.integers(0, 2, (3000, 3)).astype(float)
    seed = int(rng.integers(1 << 30))
    last = walk(learner, v=v, W=W, b=b, c=c, seed=seed, steps=20)
    require(last.shape == v.shape, "v_new must have the shape of v.")
    counts = np.bincount((last @ [4, 2, 1]).astype(int), minlength=8)
    assert_frequencies(counts, marginal(W, b, c), "the visible patterns")
