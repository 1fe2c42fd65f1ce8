"""Checks for gan/smooth_labels. Oracle: exact formulas in Python floats, and a search for
the best answer.
"""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    case,
    number,
    require,
    uniform,
)

SIZES = {"N": (1, 6), "M": (1, 6)}
GIVEN = {
    "real": array("N", of=uniform(-3, 3)),
    "fake": array("M", of=uniform(-3, 3)),
}
DENSITIES = {
    "p": array("N", of=uniform(0.05, 2)),
    "q": array("N", of=uniform(0.05, 2)),
}


def surprise(logit):
    """Return -log of the sigmoid of a logit, for logits up to ±1000."""
    if logit < -30:
        return -logit + math.exp(logit)
    return math.log1p(math.exp(-logit))


def mean(values):
    return math.fsum(values) / len(values)


def losses(real, fake, alpha):
    real, fake = real.tolist(), fake.tolist()
    on_data = [alpha * surprise(v) + (1 - alpha) * surprise(-v) for v in real]
    return (
        mean(on_data) + mean([surprise(-v) for v in fake]),
        mean([surprise(v) for v in fake]),
    )


def ask(learner, real, fake, alpha):
    """Return the two losses as floats."""
    got = learner.smoothed_losses(real, fake, alpha)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "smoothed_losses must return two losses: the discriminator's and the "
        "generator's",
        got,
    )
    return [float(loss) for loss in got]


@case(
    "the discriminator's loss: alpha for data, 0 for fakes",
    alpha=number(0.5, 0.99),
    sizes=SIZES,
    **GIVEN,
)
def discriminator(learner, real, fake, alpha):
    got = ask(learner, real, fake, alpha)[0]
    wanted = losses(real, fake, alpha)[0]
    assert_close(got, wanted, what="the discriminator's loss")


@case(
    "the generator's loss is as it was",
    alpha=number(0.5, 0.99),
    sizes=SIZES,
    **GIVEN,
)
def generator(learner, real, fake, alpha):
    got = ask(learner, real, fake, alpha)[1]
    wanted = losses(real, fake, alpha)[1]
    assert_close(got, wanted, what="the generator's loss")


@case("a target below one half, and a target of 1", sizes=SIZES, **GIVEN)
def ends(learner, real, fake):
    for alpha in (1.0, 0.2):
        got = ask(learner, real, fake, alpha)
        for loss, wanted, name in zip(
            got,
            losses(real, fake, alpha),
            ("discriminator", "generator"),
            strict=True,
        ):
            assert_close(
                loss, wanted, what=f"the {name}'s loss with alpha {alpha}"
            )


@case(
    "logits of a thousand overflow nothing",
    real=array("N", of=uniform(-1000, 1000)),
    fake=array("M", of=uniform(-1000, 1000)),
)
def extreme(learner, real, fake):
    for sign in (1, -1):
        a, b = np.append(real, sign * 1000.0), np.append(fake, sign * 1000.0)
        for alpha in (0.9, 1.0):
            got = ask(learner, a, b, alpha)
            for loss, wanted, name in zip(
                got,
                losses(a, b, alpha),
                ("discriminator", "generator"),
                strict=True,
            ):
                assert_close(loss, wanted, what=f"the {name}'s loss")


@case(
    "the best discriminator has the smallest loss at each point",
    alpha=number(0.5, 0.99),
    sizes=SIZES,
    **DENSITIES,
)
def best(learner, p, q, alpha):
    got = learner.smoothed_discriminator(p, q, alpha)
    wanted = [searched(a, b, alpha) for a, b in zip(p, q, strict=True)]
    assert_close(got, np.array(wanted), atol=1e-6, what="the best answer")


def searched(p, q, alpha):
    """Return the answer of the smallest expected loss, by halving on its slope."""
    low, high = 0.0, 1.0
    for _ in range(60):
        d = (low + high) / 2
        slope = (p * (1 - alpha) + q) / (1 - d) - p * alpha / d
        low, high = (d, high) if slope < 0 else (low, d)
    return (low + high) / 2


@case("data alone are worth alpha, fakes alone 0", alpha=number(0.5, 1.0))
def alone(learner, rng, alpha):
    p, q = np.array([0.7, 0.0, 0.3]), np.array([0.0, 0.4, 0.3])
    got = learner.smoothed_discriminator(p, q, alpha)
    wanted = np.array([alpha, 0.0, alpha / 2])
    assert_close(got, wanted, what="the best answer")


@case("the arguments stay as they were", sizes=SIZES, **GIVEN)
def untouched(learner, real, fake):
    learner.smoothed_losses(real, fake, 0.9)
    assert_untouched(learner)
    learner.smoothed_discriminator(np.exp(real), np.exp(real[::-1]), 0.9)
    assert_untouched(learner)
    assert_unaliased(learner)
