"""Checks for gan/precision_recall. Oracle: balls one at a time, in Python floats; points on
a line whose balls can be drawn by hand.
"""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    require,
    uniform,
    whole,
)

SIZES = {"N": (4, 9), "M": (4, 9), "D": (1, 3)}


def inside(point, crowd, k):
    """Return whether a point is in a ball around one of a crowd."""
    for i, center in enumerate(crowd):
        others = crowd[:i] + crowd[i + 1 :]
        radius = sorted(math.dist(center, other) for other in others)[k - 1]
        if math.dist(point, center) <= radius:
            return True
    return False


def share(points, crowd, k):
    points, crowd = points.tolist(), crowd.tolist()
    return sum(inside(point, crowd, k) for point in points) / len(points)


def both(learner, real, fake, k):
    got = learner.precision_recall(real, fake, k)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "precision_recall must return two things: precision and recall",
        got,
    )
    return float(got[0]), float(got[1])


def expect(learner, real, fake, k, precision, recall):
    got = both(learner, real, fake, k)
    assert_close(got[0], precision, what="precision")
    assert_close(got[1], recall, what="recall")


def line(*places):
    return np.array(places, dtype=float)[:, None]


@built("N", "M", "D")
def clouds(rng, sizes):
    """A real cloud, and fakes that are moved and wider or narrower."""
    real = rng.normal(size=(sizes["N"], sizes["D"]))
    fake = rng.normal(size=(sizes["M"], sizes["D"]))
    return real, fake * rng.choice([0.5, 1.5]) + 0.5


@case(
    "precision: which part of the fakes is inside the real set",
    pair=clouds,
    k=whole(1, 4),
    sizes=SIZES,
    tries=20,
)
def precise(learner, pair, k):
    real, fake = pair
    got, _ = both(learner, real, fake, k)
    assert_close(got, share(fake, real, k), what="precision")


@case(
    "recall: which part of the real samples is inside the fake set",
    pair=clouds,
    k=whole(1, 4),
    sizes=SIZES,
    tries=20,
)
def recalled(learner, pair, k):
    real, fake = pair
    _, got = both(learner, real, fake, k)
    assert_close(got, share(real, fake, k), what="recall")


@case("a collapsed generator is precise and recalls little", at=number(-3, 3))
def collapsed(learner, at):
    real = at + line(0, 1, 3, 20, 21, 23, 40, 41)
    fake = at + line(0.375, 0.5, 0.75, 1.125)
    expect(learner, real, fake, 1, 1.0, 1 / 8)


@case("each ball has the radius of its own sample", at=number(-3, 3))
def own_radius(learner, at):
    dense, sparse = [0, 1, 2, 3], [100, 110, 121]
    real = at + line(*sparse, *dense)
    fake = at + line(7.5, 8, 128.5, 94)
    # The sparse three reach from 90 to 132, the dense ones from -1 to 4.
    expect(learner, real, fake, 1, 0.5, 3 / 7)


@case("any ball will do, not only that of the nearest sample")
def any_ball(learner):
    # Around 0 and 1 balls are small; that around 10 reaches down to 1.
    real, fake = line(0, 1, 10), line(3, 4, -20, -21, 30, 31)
    expect(learner, real, fake, 1, 2 / 6, 0.0)


@case("a point at exactly the radius is inside", flip=whole(0, 2))
def edge(learner, flip):
    real = np.array([[0.0, 0.0], [3.0, 4.0], [30.0, 0.0], [30.0, 2.0]])
    fake = np.array([[-5.0, 0.0], [30.0, -2.0], [4.0, -3.0], [90.0, 9.0]])
    sets = (fake, real) if flip else (real, fake)
    wanted = [share(b, a, 1) for a, b in (sets, sets[::-1])]
    expect(learner, *sets, 1, *wanted)


@case("a sample is not its own neighbour, and its twin is one")
def twins(learner):
    real, fake = line(0, 0, 8, 9), line(1, 0, 10, 5, 12)
    # Twins have balls of radius 0; with k = 2 they reach 8.
    expect(learner, real, fake, 1, 2 / 5, 4 / 4)
    expect(learner, real, fake, 2, 1.0, 4 / 4)
    expect(learner, real, line(0, 0, 0, 1), 1, 3 / 4, 2 / 4)


@case("neighbours come from the set of the ball alone", at=number(-3, 3))
def alone(learner, at):
    real, fake = at + line(0, 10, 30), at + line(0.5, 2, 9, 11, 43, 29, 52)
    expect(learner, real, fake, 1, 6 / 7, 1.0)


@case("two samples in each set", a=array(2, "D", of=uniform(-1, 1)))
def smallest(learner, a):
    expect(learner, a, a + 50.0, 1, 0.0, 0.0)
    expect(learner, a, a.copy(), 1, 1.0, 1.0)


@case(
    "both sets stay as they were",
    pair=clouds,
    sizes=SIZES,
)
def untouched(learner, pair):
    learner.precision_recall(*pair, 2)
    assert_untouched(learner)
