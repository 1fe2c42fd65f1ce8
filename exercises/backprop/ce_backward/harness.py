"""Checks for ce_backward. Oracle: differences of the loss, in 40 digits."""

from decimal import Context, Decimal

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_untouched,
    assert_within_ratio,
    built,
    case,
    labels,
    number,
    uniform,
)

WIDE = Context(prec=40, Emax=999_999, Emin=-999_999)
STEP = Decimal("1e-12")


def sample_loss(scores, truth):
    """-log of the share that the true class has, in 40 digits."""
    powers = [WIDE.exp(WIDE.subtract(s, scores[truth])) for s in scores]
    total = Decimal(0)
    for power in powers:
        total = WIDE.add(total, power)
    return WIDE.ln(total)


def by_differences(logits, y):
    """Slopes of the mean loss: each score moved a little both ways."""
    slopes = np.zeros(logits.shape)
    for n, row in enumerate(logits.tolist()):
        for c in range(len(row)):
            losses = []
            for step in (STEP, -STEP):
                moved = [Decimal(score) for score in row]
                moved[c] = WIDE.add(moved[c], step)
                losses.append(sample_loss(moved, int(y[n])))
            rise = WIDE.subtract(losses[0], losses[1])
            slopes[n, c] = float(rise / (2 * STEP)) / len(y)
    return slopes


def assert_slopes(learner, z, y):
    got = learner.ce_backward(z, y)
    assert_close(got, by_differences(z, y), what="the gradient")


SMALL = {"N": (1, 4), "C": (1, 4)}


@built("C")
def later_class(rng, sizes):
    """One label that is not 0: as a factor, 0 would hide what it meets."""
    return rng.integers(1, sizes["C"], 1)


@case(
    "one sample: the slopes of a single row",
    z=array(1, "C"),
    y=later_class,
    sizes={"C": (2, 4)},
    tries=5,
)
def one_sample(learner, z, y):
    assert_slopes(learner, z, y)


@case(
    "in a batch each sample has its share of the mean",
    z=array("N", "C", of=uniform(-4, 4)),
    y=labels("N", below="C"),
    sizes={"N": (2, 4), "C": (1, 4)},
    tries=5,
)
def batch(learner, z, y):
    assert_slopes(learner, z, y)


@case(
    "what the true class gains the others lose: rows sum to 0",
    z=array("N", "C", of=uniform(-9, 9)),
    y=labels("N", below="C"),
)
def rows_sum_to_zero(learner, z, y):
    got = learner.ce_backward(z, y)
    assert_shape(got, z.shape, "the gradient")
    assert_close(
        got.sum(axis=1), np.zeros(len(y)), what="the sum of the rows' slopes"
    )


@case(
    "equal sizes hide no wrong axis",
    z=array("K", "K"),
    y=labels("K", below="K"),
    sizes={"K": (2, 4)},
    tries=5,
)
def square(learner, z, y):
    assert_slopes(learner, z, y)


@case(
    "equal scores share equally",
    z=array("N", "C", of=uniform(0, 0)),
    y=labels("N", below="C"),
    level=number(-5, 5),
    sizes={"N": (1, 4), "C": (2, 4)},
    tries=3,
)
def equal_scores(learner, z, y, level):
    assert_slopes(learner, z + level, y)


@case(
    "large scores neither overflow nor blow up",
    z=array("N", "C", of=uniform(-1000, 1000)),
    y=labels("N", below="C"),
    sizes=SMALL,
    tries=5,
)
def large(learner, z, y):
    assert_slopes(learner, z, y)


@case(
    "scores that are all very negative work too",
    z=array("N", "C"),
    y=labels("N", below="C"),
    sizes=SMALL,
    tries=5,
)
def very_negative(learner, z, y):
    assert_slopes(learner, z - 1000.0, y)


@case(
    "samples may lie on very different levels",
    z=array("N", "C"),
    y=labels("N", below="C"),
    sizes={"N": (2, 4), "C": (2, 4)},
    tries=5,
)
def levels(learner, z, y):
    z = z + 1000.0 * (-1.0) ** np.arange(len(y))[:, None]
    assert_slopes(learner, z, y)


@case(
    "float32 stays float32, float64 stays float64",
    z=array("N", "C"),
    y=labels("N", below="C"),
    sizes=SMALL,
    tries=5,
)
def dtype(learner, z, y):
    low = z.astype("float32")
    assert_close(
        learner.ce_backward(low, y),
        by_differences(low, y).astype("float32"),
        rtol=1e-4,
        atol=1e-5,
        dtype="float32",
        what="the gradient",
    )
    got = learner.ce_backward(z, y)
    expected = by_differences(z, y)
    assert_close(got, expected, dtype="float64", what="the gradient")


@case(
    "scores and labels stay as they were",
    z=array("N", "C"),
    y=labels("N", below="C"),
)
def untouched(learner, z, y):
    learner.ce_backward(z, y)
    assert_untouched(learner)


@case("numpy does the work, not a loop over samples")
def vectorised(learner, reference, rng):
    # One call of the reference is too short to be timed well.
    z, y = rng.normal(size=(5000, 3)), rng.integers(0, 3, 5000)
    assert_shape(learner.ce_backward(z, y), z.shape, "the gradient")
    assert_within_ratio(
        lambda: learner.ce_backward(z, y),
        lambda: [reference.ce_backward(z, y) for _ in range(10)],
        at_most=2,
        advice="And the reference ran ten times. Replace the loop over "
        "samples by operations on whole arrays.",
    )
