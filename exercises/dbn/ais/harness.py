"""Checks for dbn/ais. Oracle: exact enumeration, and weights that are known."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_mean,
    assert_shape,
    case,
    probe,
    require,
    uniform,
    whole,
)


@probe
def weights(module, W, b, c, a, betas, chains, seed):
    """Return the log-weights, and whether all arguments stayed."""
    given = (W, b, c, a, betas)
    kept = [x.copy() for x in given]
    rng = np.random.default_rng(seed)
    got = module.ais_log_weights(W, b, c, a, betas, chains, rng)
    return got, all(map(np.array_equal, kept, given))


@probe
def partition(module, W, b, c, a, betas, chains, seed):
    rng = np.random.default_rng(seed)
    return module.ais_log_partition(W, b, c, a, betas, chains, rng)


def softplus(x):
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def scores(W, b, c):
    """Return every visible pattern with minus its free energy."""
    D = len(b)
    return {
        v: math.fsum(x * k for x, k in zip(v, b, strict=True))
        + math.fsum(softplus(float(x)) for x in np.array(v) @ W + c)
        for v in itertools.product((0, 1), repeat=D)
    }


def added(logs):
    top = max(logs)
    return top + math.log(math.fsum(math.exp(x - top) for x in logs))


def exact(W, b, c):
    return added(list(scores(W, b, c).values()))


def base(a, hidden):
    return hidden * math.log(2) + math.fsum(softplus(float(x)) for x in a)


@case(
    "without connections every chain's weight is known",
    b=array("D"),
    c=array("H", of=uniform(-3, 3)),
    seed=whole(0, 10**6),
    sizes={"D": (1, 4), "H": (1, 4)},
)
def known(learner, b, c, seed):
    W, betas = np.zeros((len(b), len(c))), np.array([0.0, 0.3, 0.4, 1.0])
    got, same = weights(
        learner, W=W, b=b, c=c, a=b, betas=betas, chains=5, seed=seed
    )
    gain = math.fsum(softplus(float(x)) - math.log(2) for x in c)
    assert_close(got, np.full(5, gain), what="the array of log-weights")
    require(same, "an argument was changed in place.")
    total = partition(
        learner, W=W, b=b, c=c, a=b, betas=betas, chains=5, seed=seed
    )
    assert_close(total, base(b, len(c)) + gain, what="log Z")


@case(
    "log-weights of 2,000 stay finite",
    c=array("H", of=uniform(600, 990)),
    sign=array("H"),
    seed=whole(0, 10**6),
    sizes={"H": (2, 2)},
    tries=5,
)
def large(learner, c, sign, seed):
    W, a = np.zeros((3, len(c))), np.zeros(3)
    betas = np.array([0.0, 0.5, 1.0])
    for side in (c, -c):
        total = partition(
            learner, W=W, b=a, c=side, a=a, betas=betas, chains=4, seed=seed
        )
        expected = 3 * math.log(2) + math.fsum(
            softplus(float(x)) for x in side
        )
        assert_close(total, expected, what="log Z")


def relative_spread(W, b, c, a, betas):
    """Return the deviation of one weight over its mean, by enumeration."""
    D, H = W.shape
    every = [np.array(v, float) for v in itertools.product((0, 1), repeat=D)]
    hidden = [np.array(h, float) for h in itertools.product((0, 1), repeat=H)]

    def at(t):
        return t * W, (1 - t) * a + t * b, t * c

    first = np.array([sum(v * a) for v in every])
    mass = np.exp(first - added(list(first)))
    square = mass.copy()
    for low, high in itertools.pairwise(betas):
        old, new = scores(*at(low)), scores(*at(high))
        gain = np.array([new[k] - old[k] for k in new])
        Wk, bk, ck = at(high)
        up = [1 / (1 + np.exp(-(v @ Wk + ck))) for v in every]
        down = [1 / (1 + np.exp(-(Wk @ h + bk))) for h in hidden]
        to_h = np.array(
            [[np.where(h > 0, p, 1 - p).prod() for h in hidden] for p in up]
        )
        to_v = np.array(
            [[np.where(v > 0, p, 1 - p).prod() for v in every] for p in down]
        )
        move = to_h @ to_v
        mass = (mass * np.exp(gain)) @ move
        square = (square * np.exp(2 * gain)) @ move
    mean = mass.sum()
    return math.sqrt(max(square.sum() - mean**2, 0.0)) / mean


MODEL = (
    np.array([[2.0, -1.0], [-1.5, 1.0], [1.0, 1.5]]),
    np.array([0.5, -1.0, -0.5]),
    np.array([-1.0, 0.5]),
    np.array([-1.5, 0.5, 1.0]),
)


@case("the mean weight is right, whatever the rungs", tries=1)
def unbiased(learner, rng):
    W, b, c, a = MODEL
    ratio = exact(W, b, c) - base(a, 2)
    for rungs in ([0.0, 0.5, 1.0], [0.0, 0.2, 0.4, 0.7, 1.0]):
        betas, seed = np.array(rungs), int(rng.integers(1 << 30))
        got, _ = weights(
            learner, W=W, b=b, c=c, a=a, betas=betas, chains=4000, seed=seed
        )
        assert_shape(got, (4000,), "the log-weights")
        spread = relative_spread(W, b, c, a, rungs)
        assert_mean(
            np.exp(got - ratio),
            1.0,
            spread,
            f"with rungs {rungs}, the mean weight over its exact value",
        )


@case("the logarithm is taken of the mean weight", tries=2)
def mean_first(learner, rng):
    W, b, c, a = MODEL
    given = {"W": W, "b": b, "c": c, "a": a, "chains": 30}
    given |= {
        "betas": np.array([0.0, 1.0]),
        "seed": int(rng.integers(1 << 30)),
    }
    logs, _ = weights(learner, **given)
    require(
        float(np.ptp(logs)) > 1e-6,
        "30 chains gained the same weight on a single rung: each starts from "
        "a draw of its own.",
    )
    total = partition(learner, **given)
    expected = base(a, 2) + added([float(x) for x in logs]) - math.log(30)
    assert_close(total, expected, what="log Z")


@case("moving between rungs narrows the weights", tries=1)
def narrow(learner, rng):
    W, b, c, a = MODEL
    got, _ = weights(
        learner,
        W=2 * W,
        b=b,
        c=2 * c,
        a=a,
        betas=np.linspace(0, 1, 41),
        chains=500,
        seed=int(rng.integers(1 << 30)),
    )
    # Right programs have about 0.35 here, a single jump about 2.5.
    require(
        float(np.std(got)) < 1.0,
        f"over 40 small rungs the log-weights have a deviation of "
        f"{float(np.std(got)):.2f}; with a move per rung it is below 1.",
    )


@case("log Z of a machine of 10 and 6 units, within 0.25", tries=1)
def close(learner, rng, report):
    W = rng.normal(0, 0.8, (10, 6))
    b, c, a = (rng.normal(0, 0.5, n) for n in (10, 6, 10))
    found = partition(
        learner,
        W=W,
        b=b,
        c=c,
        a=a,
        betas=np.linspace(0, 1, 201),
        chains=200,
        seed=int(rng.integers(1 << 30)),
    )
    gap = abs(float(found) - exact(W, b, c))
    report.at_most("error of log Z", gap, 0.25)
