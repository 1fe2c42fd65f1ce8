"""Checks for ann/cross_entropy. Oracle: -log p in 40-digit decimals."""

from decimal import Context, Decimal

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    assert_within_ratio,
    built,
    case,
    labels,
    uniform,
)

WIDE = Context(prec=40, Emax=999_999, Emin=-999_999)


def by_definition(logits, y):
    """Mean over the samples of -log p, with p the share of the true class."""
    losses = []
    for scores, truth in zip(logits.tolist(), y.tolist(), strict=True):
        powers = [WIDE.exp(Decimal(score)) for score in scores]
        share = WIDE.divide(powers[truth], sum(powers, Decimal(0)))
        losses.append(-WIDE.ln(share))
    return float(sum(losses, Decimal(0))) / len(losses)


def assert_loss(got, expected):
    assert_close(got, expected, what="the loss")


def one_hot(y, classes):
    return np.eye(classes)[y]


@built("C")
def later_class(rng, sizes):
    """One label that is not 0: as a factor, 0 would hide what it meets."""
    return rng.integers(1, sizes["C"], 1)


@case(
    "one sample: log-sum-exp less the score of the true class",
    z=array(1, "C"),
    y=later_class,
    sizes={"C": (2, 5)},
)
def one_sample(learner, z, y):
    assert_loss(learner.cross_entropy(z, y), by_definition(z, y))


@case(
    "the loss of a batch is the mean over its samples",
    z=array("N", "C", of=uniform(-4, 4)),
    y=labels("N", below="C"),
    sizes={"N": (2, 6)},
)
def batch(learner, z, y):
    assert_loss(learner.cross_entropy(z, y), by_definition(z, y))


@case(
    "a sample that is sure and right costs nothing",
    y=labels("N", below="C"),
    sizes={"C": (2, 10)},
)
def sure_and_right(learner, y):
    z = 60.0 * one_hot(y, 10)
    assert_loss(learner.cross_entropy(z, y), 0.0)


@case(
    "a sample that is sure and wrong costs its whole gap",
    y=labels("N", below="C"),
    sizes={"C": (2, 6)},
)
def sure_and_wrong(learner, y):
    z = -1000.0 * one_hot(y, 6)
    assert_loss(learner.cross_entropy(z, y), by_definition(z, y))


@case(
    "large scores do not overflow",
    z=array("N", "C", of=uniform(-1000, 1000)),
    y=labels("N", below="C"),
)
def large(learner, z, y):
    assert_loss(learner.cross_entropy(z, y), by_definition(z, y))


@case(
    "samples may lie on very different levels",
    z=array("N", "C"),
    y=labels("N", below="C"),
    sizes={"N": (2, 6)},
)
def levels(learner, z, y):
    z = z + 1000.0 * (-1.0) ** np.arange(len(y))[:, None]
    assert_loss(learner.cross_entropy(z, y), by_definition(z, y))


@case(
    "scores and labels stay as they were",
    z=array("N", "C"),
    y=labels("N", below="C"),
)
def untouched(learner, z, y):
    learner.cross_entropy(z, y)
    assert_untouched(learner)


@case("memory grows with the batch, not with its square")
def memory(learner, rng):
    z, y = rng.normal(size=(20_000, 2)), rng.integers(0, 2, 20_000)
    gap = z[np.arange(20_000), 1 - y] - z[np.arange(20_000), y]
    assert_loss(
        learner.cross_entropy(z, y), float(np.logaddexp(0.0, gap).mean())
    )


@case("numpy does the work, not a Python loop")
def vectorised(learner, reference, rng):
    z, y = rng.normal(size=(20_000, 3)), rng.integers(0, 3, 20_000)
    assert_within_ratio(
        lambda: learner.cross_entropy(z, y),
        lambda: reference.cross_entropy(z, y),
        at_most=12,
        advice="Replace the loop over samples by operations on whole arrays.",
    )
