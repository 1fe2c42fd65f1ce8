"""Checks for optim/warmup_cosine. Oracle: squares of sines, worked corners."""

import math

from tutor.harness import (
    assert_close,
    case,
    number,
    require,
    whole,
)


def cooled(step, base, warmup, total, floor):
    """Return the step size of the descent: (1 + cos 2a) / 2 = 1 - sin(a)^2."""
    angle = math.pi / 2 * (step - warmup) / (total - warmup)
    return base - (base - floor) * math.sin(angle) ** 2


@case(
    "the warm-up is a straight line from 0",
    base=number(0.01, 2.0),
    warmup=whole(3, 30),
    floor=number(0.001, 0.009),
    tries=5,
)
def line(learner, base, warmup, floor):
    for step in range(warmup):
        assert_close(
            learner.lr_at(step, base, warmup, warmup + 20, floor),
            sum([base / warmup] * step),
            what=f"the step size of step {step}",
        )


@case(
    "it ends at base, exactly, and the descent begins there",
    base=number(0.01, 2.0),
    warmup=whole(1, 30),
    rest=whole(2, 50),
    floor=number(0.0, 0.009),
    tries=5,
)
def peak(learner, base, warmup, rest, floor):
    total = warmup + rest
    assert_close(learner.lr_at(warmup, base, warmup, total, floor), base)
    after = learner.lr_at(warmup + 1, base, warmup, total, floor)
    require(after < base, "the step after the warm-up must be smaller", after)


@case(
    "the descent is half a cosine wave from base to floor",
    base=number(0.1, 2.0),
    warmup=whole(2, 20),
    rest=whole(3, 40),
    floor=number(0.01, 0.09),
    tries=5,
)
def descent(learner, base, warmup, rest, floor):
    total = warmup + rest
    for step in range(warmup, total):
        assert_close(
            learner.lr_at(step, base, warmup, total, floor),
            cooled(step, base, warmup, total, floor),
            what=f"the step size of step {step}",
        )


@case("left out, the floor is 0", base=number(0.1, 2.0), tries=3)
def no_floor(learner, base):
    for step in (2, 5, 8, 9, 10, 12):
        wanted = cooled(min(step, 10), base, 2, 10, 0.0)
        got = learner.lr_at(step, base, 2, 10)
        assert_close(got, wanted, what=f"the step size of step {step}")


@case("without a warm-up it begins at base", base=number(0.1, 2.0), tries=3)
def cold_start(learner, base):
    for step in range(8):
        assert_close(
            learner.lr_at(step, base, 0, 8, 0.05),
            cooled(step, base, 0, 8, 0.05),
            what=f"the step size of step {step}",
        )


@case(
    "from the last step on it stays at the floor",
    floor=number(0.01, 0.09),
    late=whole(0, 40),
    tries=5,
)
def beyond(learner, floor, late):
    got = learner.lr_at(16 + late, 0.5, 4, 16, floor)
    assert_close(got, floor, what=f"the step size {late} steps after the end")
