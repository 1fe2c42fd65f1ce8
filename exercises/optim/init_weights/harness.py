"""Checks for optim/init_weights. Oracle: spreads worked out by hand."""

import math

import numpy as np

from tutor.harness import (
    assert_contract,
    assert_distribution,
    assert_mean,
    case,
    one_of,
    probe,
    raises,
    require,
)

DENSE = (400, 60)
KERNEL = (24, 32, 5, 6)
SPREADS = {
    ("he_normal", DENSE): math.sqrt(2 / 400),
    ("xavier_normal", DENSE): math.sqrt(2 / 460),
    ("xavier_uniform", DENSE): math.sqrt(2 / 460),
    ("he_normal", KERNEL): math.sqrt(2 / 960),
    ("xavier_normal", KERNEL): math.sqrt(2 / (960 + 720)),
    ("xavier_uniform", KERNEL): math.sqrt(2 / (960 + 720)),
}
"""Standard deviations: 32 * 30 = 960 inputs, 24 * 30 = 720 outputs."""


def likely(kind, shape, ratio):
    """Return what may have led to a spread `ratio` times too large."""
    wanted = SPREADS[kind, shape]
    if ratio < 1e-6:
        return ". All weights are the same number"
    if abs(ratio / wanted - 1) < 0.05:
        return ". That is the square of it: the variance"
    if kind == "he_normal":
        fans = {DENSE: (400, 60), KERNEL: (960, 720)}[shape]
        if abs(ratio / math.sqrt(fans[0] / fans[1]) - 1) < 0.05:
            return ". That is what the fan-out gives in place of the fan-in"
    return ""


@probe
def drawn(module, shape, kind, seed):
    return module.init_weights(shape, kind, np.random.default_rng(seed))


def assert_spread(learner, rng, kind, shape):
    """Check form, mean and spread; return the weights."""
    W = drawn(learner, shape=shape, kind=kind, seed=seed(rng))
    assert_contract(W, shape, "float64")
    wanted = SPREADS[kind, shape]
    ratio = float(W.std()) / wanted
    require(
        0.97 < ratio < 1.03,
        f"weights of kind {kind} and shape {shape} have a standard deviation "
        f"of {W.std():.4g} where {wanted:.4g} is due: {ratio:.3g} times that"
        + likely(kind, shape, ratio),
    )
    assert_mean(W, 0.0, wanted, f"the mean of {kind} weights")
    return W


def seed(rng):
    return int(rng.integers(1 << 31))


@case("a dense layer of the kind He: the root of 2 over its inputs")
def he_dense(learner, rng):
    assert_spread(learner, rng, "he_normal", DENSE)


@case("Xavier: the root of 2 over inputs and outputs")
def xavier_dense(learner, rng):
    assert_spread(learner, rng, "xavier_normal", DENSE)


@case("Xavier uniform: the same spread, between two bounds, evenly")
def xavier_flat(learner, rng):
    W = assert_spread(learner, rng, "xavier_uniform", DENSE)
    bound = math.sqrt(6 / 460)
    require(
        np.abs(W).max() <= bound * (1 + 1e-12),
        f"a weight of size {np.abs(W).max():.4g} is beyond the bound "
        f"{bound:.4g}",
    )
    assert_distribution(W, lambda w: (w + bound) / (2 * bound), "the weights")


@case(
    "a convolution adds up a window of every channel",
    kind=one_of("he_normal", "xavier_normal", "xavier_uniform"),
    tries=3,
)
def convolution(learner, rng, kind):
    assert_spread(learner, rng, kind, KERNEL)


@case("the normal kinds are normal")
def bell(learner, rng):
    for kind in ("he_normal", "xavier_normal"):
        W = drawn(learner, shape=DENSE, kind=kind, seed=seed(rng))
        erf = np.vectorize(math.erf)
        scale = SPREADS[kind, DENSE] * math.sqrt(2)
        assert_distribution(
            W, lambda w, s=scale: (1 + erf(w / s)) / 2, f"{kind} weights"
        )


@case("every entry is drawn on its own, from the generator given")
def own_draws(learner, rng):
    for kind, shape in (
        (k, s)
        for k in ("xavier_uniform", "he_normal")
        for s in ((3, 5), (2, 3, 2, 2))
    ):
        one = seed(rng)
        first, again, other = (
            drawn(learner, shape=shape, kind=kind, seed=number)
            for number in (one, one, one + 1)
        )
        kinds = np.unique(first.round(12)).size
        require(
            kinds == first.size,
            f"{first.size} weights hold only {kinds} different numbers. Units "
            "that start alike stay alike",
            got=first,
        )
        require(
            np.array_equal(first, again),
            "two generators with the same seed gave different weights",
        )
        require(
            not np.array_equal(first, other),
            "two generators with different seeds gave the same weights",
        )


@case("an unknown kind raises ValueError")
def unknown(learner, rng):
    for kind in ("he", "orthogonal"):
        with raises(ValueError, f'for the kind "{kind}"'):
            drawn(learner, shape=(3, 4), kind=kind, seed=1)
