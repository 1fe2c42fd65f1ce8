"""Checks for gan/gan_losses. Oracle: exact formulas in Python floats, and differences."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    case,
    numeric_gradient,
    require,
    uniform,
)

SIZES = {"N": (1, 6), "M": (1, 6)}
GIVEN = {
    "real": array("N", of=uniform(-3, 3)),
    "fake": array("M", of=uniform(-3, 3)),
}


def surprise(logit):
    """Return -log of the sigmoid of a logit, for logits up to ±1000."""
    if logit < -30:
        return -logit + math.exp(logit)
    return math.log1p(math.exp(-logit))


def mean(values):
    return math.fsum(values) / len(values)


def losses(real, fake):
    real, fake = real.tolist(), fake.tolist()
    judged = mean([surprise(v) for v in real]) + mean(
        [surprise(-v) for v in fake]
    )
    return judged, mean([surprise(v) for v in fake])


def ask(learner, real, fake):
    """Return the two losses as floats."""
    got = learner.gan_losses(real, fake)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "gan_losses must return two losses: the discriminator's and the "
        "generator's",
        got,
    )
    return [float(loss) for loss in got]


def expect(learner, real, fake):
    got = ask(learner, real, fake)
    for loss, wanted, name in zip(
        got, losses(real, fake), ("discriminator", "generator"), strict=True
    ):
        assert_close(loss, wanted, what=f"the {name}'s loss")


@case("the discriminator's loss: real as 1, fakes as 0", sizes=SIZES, **GIVEN)
def discriminator(learner, real, fake):
    got = ask(learner, real, fake)[0]
    assert_close(got, losses(real, fake)[0], what="the discriminator's loss")


@case("the generator's loss: its fakes as 1", sizes=SIZES, **GIVEN)
def generator(learner, real, fake):
    got = ask(learner, real, fake)[1]
    assert_close(got, losses(real, fake)[1], what="the generator's loss")


@case(
    "a discriminator that cannot tell: 2 log 2 and log 2", sizes=SIZES, **GIVEN
)
def balance(learner, real, fake):
    got = ask(learner, 0 * real, 0 * fake)
    assert_close(got[0], 2 * math.log(2), what="the discriminator's loss")
    assert_close(got[1], math.log(2), what="the generator's loss")


@case(
    "logits of a thousand overflow nothing",
    real=array("N", of=uniform(-1000, 1000)),
    fake=array("M", of=uniform(-1000, 1000)),
)
def extreme(learner, real, fake):
    for sign in (1, -1):
        a, b = np.append(real, sign * 1000.0), np.append(fake, sign * 1000.0)
        expect(learner, a, b)
        for got in learner.gan_gradients(a, b):
            require(
                type(got) is np.ndarray and np.isfinite(got).all(),
                "a gradient holds NaN or infinity.",
                got,
            )


@case(
    "the gradients agree with small changes of the logits",
    sizes=SIZES,
    **GIVEN,
)
def gradients(learner, real, fake):
    got = learner.gan_gradients(real, fake)
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "gan_gradients must return three arrays",
        got,
    )
    names = (
        "the gradient of the discriminator's loss for `real`",
        "the gradient of the discriminator's loss for `fake`",
        "the gradient of the generator's loss for `fake`",
    )
    expected = (
        numeric_gradient(lambda v: losses(v, fake)[0], real),
        numeric_gradient(lambda v: losses(real, v)[0], fake),
        numeric_gradient(lambda v: losses(real, v)[1], fake),
    )
    for part, wanted, name in zip(got, expected, names, strict=True):
        assert_close(part, wanted, atol=1e-7, what=name)


@case("a sure discriminator leaves the generator its full slope")
def sure(learner, rng):
    fake = rng.uniform(-400, -50, size=3)
    got = learner.gan_gradients(rng.uniform(50, 400, size=2), fake)
    assert_close(got[2], np.full(3, -1 / 3), what="the generator's slope")


@case("the logits stay as they were", **GIVEN)
def untouched(learner, real, fake):
    learner.gan_losses(real, fake)
    assert_untouched(learner)
    learner.gan_gradients(real, fake)
    assert_untouched(learner)
    assert_unaliased(learner)
