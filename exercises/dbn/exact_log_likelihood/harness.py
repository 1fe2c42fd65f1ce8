"""Checks for dbn/exact_log_likelihood. Oracle: the sum over both layers."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    uniform,
)

SIZES = {"N": (2, 5), "D": (2, 5), "H": (2, 4)}


def weights_of(W, b, c):
    """Return by visible pattern the log of its unnormalised probability."""
    D, H = W.shape
    result = {}
    for v in itertools.product((0, 1), repeat=D):
        logs = [
            math.fsum(
                [
                    *(x * k for x, k in zip(v, b, strict=True)),
                    *(y * k for y, k in zip(h, c, strict=True)),
                    *(
                        v[i] * W[i, j] * h[j]
                        for i in range(D)
                        for j in range(H)
                    ),
                ]
            )
            for h in itertools.product((0, 1), repeat=H)
        ]
        result[v] = added(logs)
    return result


def added(logs):
    top = max(logs)
    return top + math.log(math.fsum(math.exp(x - top) for x in logs))


@built("N", "D")
def rows(rng, sizes):
    return rng.integers(0, 2, (sizes["N"], sizes["D"]))


MACHINE = {
    "W": array("D", "H"),
    "b": array("D"),
    "c": array("H"),
    "sizes": SIZES,
}


def mean_log(v, W, b, c):
    logs = weights_of(W, b, c)
    total = added(list(logs.values()))
    found = [logs[tuple(int(x) for x in row)] - total for row in v]
    return math.fsum(found) / len(found)


@case("log Z is the sum over both layers", **MACHINE)
def partition(learner, W, b, c):
    expected = added(list(weights_of(W, b, c).values()))
    assert_close(learner.log_partition(W, b, c), expected)
    assert_untouched(learner)


@case("the mean log-probability of rows", v=rows, **MACHINE)
def likelihood(learner, v, W, b, c):
    assert_close(learner.log_likelihood(v, W, b, c), mean_log(v, W, b, c))
    assert_untouched(learner)


@case("the probabilities of all patterns sum to 1", **MACHINE, tries=2)
def sums_to_one(learner, W, b, c):
    every = np.array(list(itertools.product((0, 1), repeat=len(b))))
    logs = [learner.log_likelihood(v[None], W, b, c) for v in every]
    assert_close(math.fsum(math.exp(x) for x in logs), 1.0)


@case(
    "parameters of ±300 do not overflow",
    v=rows,
    W=array("D", "H", of=uniform(-300, 300)),
    b=array("D", of=uniform(-300, 300)),
    c=array("H", of=uniform(-300, 300)),
    sizes=SIZES,
)
def large(learner, v, W, b, c):
    W = W.copy()
    W[0, 0] = 300.0
    b, c = b.copy(), c.copy()
    b[0], c[0] = 300.0, 300.0
    assert_close(learner.log_likelihood(v, W, b, c), mean_log(v, W, b, c))


def wide(rng):
    """Return a machine of 60 and 9 units, and its log Z."""
    # Only 3 of the 60 units are connected, so that 57 factors are known.
    W = np.zeros((60, 9))
    W[:3] = rng.normal(size=(3, 9))
    b, c = rng.normal(size=60), rng.normal(size=9)
    known = math.fsum(math.log1p(math.exp(x)) for x in b[3:])
    few = {}
    for v in itertools.product((0, 1), repeat=3):
        x = np.array(v) @ W[:3] + c
        few[v] = np.dot(v, b[:3]) + math.fsum(np.log1p(np.exp(x)))
    return W, b, c, known + added(list(few.values()))


@case("60 visible units and 9 hidden ones are no obstacle", tries=1)
def wide_visible(learner, rng):
    W, b, c, expected = wide(rng)
    assert_close(learner.log_partition(W, b, c), expected)


@case("60 hidden units and 9 visible ones are no obstacle", tries=1)
def wide_hidden(learner, rng):
    W, c, b, expected = wide(rng)
    assert_close(learner.log_partition(W.T.copy(), b, c), expected)
