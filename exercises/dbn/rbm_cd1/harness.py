"""Checks for dbn/rbm_cd1. Oracle: loops with the same uniforms; the exact gradient."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    case,
    probe,
    require,
    uniform,
    whole,
)

SIZES = {"N": (1, 5), "D": (1, 5), "H": (1, 5)}
NAMES = ("dW", "db", "dc")


@probe
def cd1(module, v, W, b, c, seed):
    """Return the gradients, whether arguments stayed, and the next number."""
    kept = [x.copy() for x in (v, W, b, c)]
    rng = np.random.default_rng(seed)
    got = module.rbm_cd1(v, W, b, c, rng)
    same = all(map(np.array_equal, kept, (v, W, b, c)))
    return got, same, float(rng.random())


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def by_hand(v, W, b, c, seed):
    """Return (dW, db, dc), term by term, and the next number of the source."""
    rng = np.random.default_rng(seed)
    N, (D, H) = len(v), W.shape
    u = rng.random((N, H))
    dW, db, dc = np.zeros((D, H)), np.zeros(D), np.zeros(H)
    for n in range(N):
        p = [squash(c[j] + math.fsum(v[n] * W[:, j])) for j in range(H)]
        on = [float(u[n, j] < p[j]) for j in range(H)]
        dream = [squash(b[i] + math.fsum(W[i] * on)) for i in range(D)]
        q = [
            squash(c[j] + math.fsum(np.array(dream) * W[:, j]))
            for j in range(H)
        ]
        for i, j in itertools.product(range(D), range(H)):
            dW[i, j] += (v[n, i] * p[j] - dream[i] * q[j]) / N
        db += [(v[n, i] - dream[i]) / N for i in range(D)]
        dc += [(p[j] - q[j]) / N for j in range(H)]
    return (dW, db, dc), float(rng.random())


def three(got):
    require(
        type(got) is tuple and len(got) == 3,
        "it must return a tuple of three arrays: dW, db, dc.",
    )
    return got


MACHINE = {
    "v": array("N", "D", of=uniform(0, 1)),
    "W": array("D", "H"),
    "b": array("D"),
    "c": array("H"),
    "seed": whole(0, 10**6),
}


@case("data minus reconstruction, for W, b and c", **MACHINE, sizes=SIZES)
def exact(learner, v, W, b, c, seed):
    got, same, _ = cd1(learner, v=v, W=W, b=b, c=c, seed=seed)
    expected, _ = by_hand(v, W, b, c, seed)
    for mine, theirs, name in zip(three(got), expected, NAMES, strict=True):
        assert_close(mine, theirs, what=f"`{name}`", dtype="float64")
    require(same, "an argument was changed in place.")


@case(
    "(N, H) numbers are drawn, and no more",
    **MACHINE,
    sizes={"N": (2, 4), "D": (2, 5), "H": (2, 5)},
    tries=3,
)
def economy(learner, v, W, b, c, seed):
    _, _, left = cd1(learner, v=v, W=W, b=b, c=c, seed=seed)
    require(
        left == by_hand(v, W, b, c, seed)[1],
        "the generator is not where one draw of N times H numbers leaves it.",
    )


def log_likelihood_gradient(v, W, b, c):
    """Return the true gradient for W, by enumeration of every pattern."""
    D, H = W.shape
    states = [
        (np.array(x), np.array(h))
        for x in itertools.product((0.0, 1.0), repeat=D)
        for h in itertools.product((0.0, 1.0), repeat=H)
    ]
    weight = np.array([math.exp(b @ x + c @ h + x @ W @ h) for x, h in states])
    weight /= weight.sum()
    model = sum(
        w * np.outer(x, h) for w, (x, h) in zip(weight, states, strict=True)
    )
    p = 1 / (1 + np.exp(-(v @ W + c)))
    return v.T @ p / len(v) - model


@case("on average it points uphill in the likelihood", tries=1)
def direction(learner, rng):
    W, b, c = 0.5 * rng.normal(size=(4, 3)), np.zeros(4), np.zeros(3)
    kinds = np.array([[1.0, 1, 0, 0], [0, 0, 1, 1]])
    v = kinds[rng.integers(0, 2, 60)]
    true = log_likelihood_gradient(v, W, b, c)
    seeds = [int(s) for s in rng.integers(0, 1 << 30, 20)]
    mean = np.mean(
        [three(cd1(learner, v=v, W=W, b=b, c=c, seed=s)[0])[0] for s in seeds],
        axis=0,
    )
    require(mean.shape == true.shape, "dW must have the shape of W.")
    length = np.linalg.norm(mean) * np.linalg.norm(true)
    cosine = float((mean * true).sum() / max(length, 1e-12))
    require(
        cosine > 0.5,
        f"over 20 draws the cosine between dW and the exact gradient is "
        f"{cosine:.2f}; CD-1 has more than 0.5 here.",
    )
