"""Checks for optim/batchnorm. Oracle: one column at a time, exact sums."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    number,
    raises,
    require,
    uniform,
)

EPS = 1e-5
SIZES = {"N": (2, 6), "D": (1, 5)}


def column(x):
    """Return mean and sum of squared differences of one column."""
    mean = math.fsum(x) / len(x)
    return mean, math.fsum((v - mean) ** 2 for v in x)


def in_training(X, gamma, beta, run_mean, run_var, momentum=0.1, eps=EPS):
    Y, means, variances = np.empty_like(X), [], []
    for d, x in enumerate(X.T):
        mean, squares = column(x)
        root = math.sqrt(squares / len(x) + eps)
        Y[:, d] = [gamma[d] * (v - mean) / root + beta[d] for v in x]
        means.append(run_mean[d] + momentum * (mean - run_mean[d]))
        fresh = squares / (len(x) - 1)
        variances.append(run_var[d] + momentum * (fresh - run_var[d]))
    return Y, np.array(means), np.array(variances)


def afterwards(X, gamma, beta, run_mean, run_var, eps=EPS):
    rows = [
        [
            g * (v - m) / math.sqrt(s + eps) + b
            for v, g, b, m, s in zip(
                x, gamma, beta, run_mean, run_var, strict=True
            )
        ]
        for x in X
    ]
    return np.array(rows)


def parts(got):
    """Return the three arrays, or fail."""
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "batchnorm must return (Y, new_run_mean, new_run_var)",
        got,
    )
    return got


ARGUMENTS = {
    "X": array("N", "D", of=uniform(-3, 3)),
    "gamma": array("D", of=uniform(0.5, 2)),
    "beta": array("D"),
    "run_mean": array("D"),
    "run_var": array("D", of=uniform(0.5, 3)),
}


@case(
    "in training each column is normalised by the batch",
    **ARGUMENTS,
    sizes=SIZES,
    tries=4,
)
def training(learner, X, gamma, beta, run_mean, run_var):
    got = parts(learner.batchnorm(X, gamma, beta, run_mean, run_var, True))
    wanted = in_training(X, gamma, beta, run_mean, run_var)
    assert_close(got[0], wanted[0], what="Y")


@case(
    "in training the running mean moves towards that of the batch",
    **ARGUMENTS,
    momentum=number(0.02, 0.4),
    sizes=SIZES,
    tries=4,
)
def running_mean(learner, X, gamma, beta, run_mean, run_var, momentum):
    got = parts(
        learner.batchnorm(
            X, gamma, beta, run_mean, run_var, True, momentum=momentum
        )
    )
    wanted = in_training(X, gamma, beta, run_mean, run_var, momentum)
    assert_close(got[1], wanted[1], what="the new running mean")


@case(
    "in training the running variance moves towards the unbiased one",
    **ARGUMENTS,
    momentum=number(0.02, 0.4),
    sizes=SIZES,
    tries=4,
)
def running_variance(learner, X, gamma, beta, run_mean, run_var, momentum):
    got = parts(
        learner.batchnorm(
            X, gamma, beta, run_mean, run_var, True, momentum=momentum
        )
    )
    wanted = in_training(X, gamma, beta, run_mean, run_var, momentum)
    assert_close(got[2], wanted[2], what="the new running variance")


@case(
    "afterwards the running numbers are used, for one sample too",
    **ARGUMENTS,
    sizes={"N": (1, 5), "D": (1, 5)},
    tries=4,
)
def evaluation(learner, X, gamma, beta, run_mean, run_var):
    got = parts(learner.batchnorm(X, gamma, beta, run_mean, run_var, False))
    wanted = afterwards(X, gamma, beta, run_mean, run_var)
    assert_close(got[0], wanted, what="Y")


@case("afterwards the running numbers stay", **ARGUMENTS, sizes=SIZES, tries=3)
def evaluation_keeps(learner, X, gamma, beta, run_mean, run_var):
    got = parts(learner.batchnorm(X, gamma, beta, run_mean, run_var, False))
    assert_close(got[1], run_mean, what="the running mean")
    assert_close(got[2], run_var, what="the running variance")


@case("eps is added to the variance, and matters where that is small")
def narrow(learner, rng):
    X = np.c_[1e-3 * rng.normal(size=(5, 2)), np.full((5, 1), 4.0)]
    one, zero = np.ones(3), np.zeros(3)
    for eps in (EPS, 0.1):
        got = parts(learner.batchnorm(X, one, one, zero, one, True, eps=eps))
        wanted = in_training(X, one, one, zero, one, eps=eps)[0]
        assert_close(got[0], wanted, what="Y of nearly constant columns")
        tiny = np.full(3, 1e-6)
        got = parts(learner.batchnorm(X, one, one, zero, tiny, False, eps=eps))
        wanted = afterwards(X, one, one, zero, tiny, eps)
        assert_close(got[0], wanted, what="Y with a small running variance")


@case("left out, momentum is 0.1 and eps is 1e-5")
def defaults(learner, rng):
    X = 0.01 * rng.normal(size=(4, 2))
    one, zero = np.ones(2), np.zeros(2)
    got = parts(learner.batchnorm(X, one, zero, zero, one, True))
    wanted = in_training(X, one, zero, zero, one)
    for what, a, b in zip(
        ("Y", "the new running mean", "the new running variance"),
        got,
        wanted,
        strict=True,
    ):
        assert_close(a, b, what=what)


@case("in training one sample raises ValueError")
def lonely(learner, rng):
    one, zero = np.ones(3), np.zeros(3)
    with raises(ValueError, "for a batch of one sample in training"):
        learner.batchnorm(rng.normal(size=(1, 3)), one, zero, zero, one, True)


@case("no argument is changed", **ARGUMENTS, sizes=SIZES, tries=3)
def untouched(learner, X, gamma, beta, run_mean, run_var):
    for train in (True, False):
        learner.batchnorm(X, gamma, beta, run_mean, run_var, train)
        assert_untouched(learner)
