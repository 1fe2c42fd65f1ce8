"""Checks for gan/optimal_discriminator. Oracle: sums in Python floats, and closed forms."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    number,
)

SIZES = {"N": (2, 6)}


def weights(rng, count):
    return rng.uniform(0.1, 1.0, count)


@built("N")
def positive(rng, sizes):
    """Two arrays without a zero, of unequal mass before they are scaled."""
    return weights(rng, sizes["N"]), weights(rng, sizes["N"])


@built("N")
def holes(rng, sizes):
    """Two arrays, each zero somewhere, and a point where both are."""
    pair = [weights(rng, sizes["N"] + 3) for _ in range(2)]
    pair[0][[0, 1]] = 0.0
    pair[1][[0, 2]] = 0.0
    return pair[0], pair[1]


def scaled(pair, dx):
    return [part / (math.fsum(part) * dx) for part in pair]


def relative(a, b):
    """Return the sum of a log(a / b), where a is not zero."""
    pairs = zip(a.tolist(), b.tolist(), strict=True)
    return math.fsum(u * math.log(u / v) for u, v in pairs if u > 0)


def expect(got, value, what):
    assert_close(float(got), value, what=what)


@case("the best answer is the share of the real density", pair=positive)
def share(learner, pair):
    p, q = scaled(pair, 1.0)
    expected = [a / (a + b) for a, b in zip(p, q, strict=True)]
    got = learner.optimal_discriminator(p, q)
    assert_close(got, np.array(expected), what="the best discriminator")


@case(
    "between two bells of the same width it is a sigmoid",
    mean=number(0.5, 2.0),
    width=number(0.5, 1.0),
)
def bells(learner, mean, width):
    x = np.linspace(-4, 4, 9)
    p, q = (
        np.exp(-(((x - m) / width) ** 2) / 2)
        / (width * math.sqrt(2 * math.pi))
        for m in (mean, -mean)
    )
    slope = 2 * mean / width**2
    expected = [1 / (1 + math.exp(-slope * place)) for place in x]
    got = learner.optimal_discriminator(p, q)
    assert_close(got, np.array(expected), what="the best discriminator")


@case("where nobody ever is, it says 0.5", pair=holes)
def nowhere(learner, pair):
    p, q = scaled(pair, 1.0)
    got = learner.optimal_discriminator(p, q)
    expected = [
        a / (a + b) if a + b else 0.5 for a, b in zip(p, q, strict=True)
    ]
    assert_close(got, np.array(expected), what="the best discriminator")


@case(
    "the divergence compares each density with their mixture",
    pair=positive,
    dx=number(0.1, 0.9),
    sizes=SIZES,
)
def divergence(learner, pair, dx):
    p, q = scaled(pair, dx)
    mixture = (p + q) / 2
    expected = (relative(p, mixture) + relative(q, mixture)) * dx / 2
    expect(learner.js_divergence(p, q, dx), expected, "the divergence")


@case(
    "the value is what the best discriminator gets",
    pair=positive,
    dx=number(0.1, 0.9),
    sizes=SIZES,
)
def value(learner, pair, dx):
    p, q = scaled(pair, dx)
    total = p + q
    expected = (relative(p, total) + relative(q, total)) * dx
    expect(learner.game_value(p, q, dx), expected, "the value")


@case("a density may be zero", pair=holes, dx=number(0.1, 0.9))
def zeros(learner, pair, dx):
    p, q = scaled(pair, dx)
    mixture = (p + q) / 2
    expected = (relative(p, mixture) + relative(q, mixture)) * dx / 2
    expect(learner.js_divergence(p, q, dx), expected, "the divergence")
    total = p + q
    expected = (relative(p, total) + relative(q, total)) * dx
    expect(learner.game_value(p, q, dx), expected, "the value")


@case("equal densities: divergence 0, value -2 log 2", pair=positive)
def equal(learner, pair):
    p, _ = scaled(pair, 0.5)
    expect(learner.js_divergence(p, p.copy(), 0.5), 0.0, "the divergence")
    expect(learner.game_value(p, p.copy(), 0.5), -2 * math.log(2), "the value")


@case("densities that never meet: divergence log 2, value 0", pair=positive)
def apart(learner, pair):
    p, q = scaled(pair, 0.5)
    p, q = np.append(p, 0 * q), np.append(0 * p, q)
    expect(learner.js_divergence(p, q, 0.5), math.log(2), "the divergence")
    expect(learner.game_value(p, q, 0.5), 0.0, "the value")


@case("the densities stay as they were", pair=holes)
def untouched(learner, pair):
    p, q = scaled(pair, 1.0)
    learner.optimal_discriminator(p, q)
    assert_untouched(learner)
    assert_unaliased(learner)
    learner.js_divergence(p, q, 1.0)
    assert_untouched(learner)
    learner.game_value(p, q, 1.0)
    assert_untouched(learner)
