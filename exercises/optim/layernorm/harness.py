"""Checks for optim/layernorm. Oracle: one sample at a time, exact sums."""

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

EPS = 1e-5
SIZES = {"N": (1, 5), "T": (1, 4), "D": (2, 6)}


def by_definition(X, gamma, beta, eps=EPS):
    Y = np.empty(X.shape)
    for place in np.ndindex(X.shape[:-1]):
        x = [float(v) for v in X[place]]
        mean = math.fsum(x) / len(x)
        spread = math.fsum((v - mean) ** 2 for v in x) / len(x)
        root = math.sqrt(spread + eps)
        Y[place] = [
            g * (v - mean) / root + b
            for v, g, b in zip(x, gamma, beta, strict=True)
        ]
    return Y


@case(
    "each sample is normalised by its own features",
    X=array("N", "D", of=uniform(-3, 3)),
    sizes=SIZES,
    tries=5,
)
def rows(learner, X):
    one, zero = np.ones(X.shape[1]), np.zeros(X.shape[1])
    assert_close(learner.layernorm(X, one, zero), by_definition(X, one, zero))


@case(
    "gain and offset belong to the features",
    X=array("N", "D"),
    gamma=array("D"),
    beta=array("D"),
    sizes=SIZES,
    tries=5,
)
def affine(learner, X, gamma, beta):
    got = learner.layernorm(X, gamma, beta)
    assert_close(got, by_definition(X, gamma, beta))


@case(
    "any number of axes may stand before the features",
    X=array("N", "T", "D"),
    gamma=array("D"),
    beta=array("D"),
    sizes=SIZES,
    tries=5,
)
def more_axes(learner, X, gamma, beta):
    got = learner.layernorm(X, gamma, beta)
    assert_close(got, by_definition(X, gamma, beta))
    got = learner.layernorm(X[0, 0], gamma, beta)
    assert_close(got, by_definition(X[0, 0], gamma, beta))


@case("a sample of equal features becomes beta", beta=array("D"), sizes=SIZES)
def flat(learner, beta):
    X = np.array([0.0, 4.0, -2.0])[:, None] * np.ones((1, len(beta)))
    got = learner.layernorm(X, np.full(len(beta), 3.0), beta)
    assert_close(got, np.tile(beta, (3, 1)))


@case("eps is added to the variance", X=array("N", "D"), sizes=SIZES, tries=4)
def narrow(learner, X):
    one, zero = np.ones(X.shape[1]), np.zeros(X.shape[1])
    small = 1e-3 * X
    got = learner.layernorm(small, one, zero)
    assert_close(got, by_definition(small, one, zero))
    got = learner.layernorm(X, one, zero, eps=0.5)
    assert_close(got, by_definition(X, one, zero, 0.5))


@case("float32 stays float32, float64 stays float64", X=array("N", "D"))
def dtype(learner, X):
    size = X.shape[1]
    for kind, limits in (
        ("float32", {"rtol": 1e-4, "atol": 1e-5}),
        ("float64", {}),
    ):
        one, zero = np.ones(size, kind), np.zeros(size, kind)
        low = X.astype(kind)
        wanted = by_definition(low, one, zero).astype(kind)
        got = learner.layernorm(low, one, zero)
        assert_close(got, wanted, dtype=kind, **limits)


@case("X stays as it was", X=array("N", "D"), sizes=SIZES, tries=3)
def untouched(learner, X):
    learner.layernorm(X, np.ones(X.shape[1]), np.zeros(X.shape[1]))
    assert_untouched(learner)
    assert_unaliased(learner)
