"""Checks for gan/mode_report. Oracle: samples placed by hand, so that counts are known."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_untouched,
    built,
    case,
    number,
    require,
    whole,
)

SIZES = {"C": (2, 5), "K": (2, 4)}


@built("C", "K")
def centers(rng, sizes):
    """Centres on a line, 20 apart, shifted at random."""
    places = np.zeros((sizes["C"], sizes["K"]))
    places[:, 0] = 20.0 * np.arange(sizes["C"])
    return places + rng.normal(size=sizes["K"])


def around(rng, center, count, distance):
    """Return samples at a distance from a centre, in random directions."""
    ways = rng.normal(size=(count, len(center)))
    ways /= np.sqrt((ways**2).sum(axis=1, keepdims=True))
    return center + distance * ways


def expect(learner, samples, centers, sigma, least, modes, good):
    got = learner.mode_report(samples, centers, sigma, least)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "mode_report must return two things: modes and quality",
        got,
    )
    require(
        isinstance(got[0], int | np.integer) and type(got[0]) is not bool,
        "the number of modes must be an int",
        got[0],
    )
    assert_close(float(got[1]), good / len(samples), what="quality")
    assert_equal(int(got[0]), modes, what="modes")


@case(
    "each mode with enough samples is covered",
    places=centers,
    sigma=number(0.5, 1.5),
    sizes=SIZES,
)
def covered(learner, rng, places, sigma):
    counts = rng.integers(3, 6, size=len(places))
    counts[0] = 1
    samples = [
        around(rng, place, count, 1.5 * sigma)
        for place, count in zip(places, counts, strict=True)
    ]
    samples = rng.permutation(np.concatenate(samples))
    modes = len(places) - 1
    expect(learner, samples, places, sigma, 3, modes, len(samples))
    expect(learner, samples, places, sigma, 1, modes + 1, len(samples))


@case(
    "far samples are not good, and cover nothing",
    places=centers,
    sigma=number(0.5, 1.5),
    sizes=SIZES,
)
def far(learner, rng, places, sigma):
    near = around(rng, places[0], 2, sigma)
    off = [around(rng, place, 3, 4.5 * sigma) for place in places]
    samples = rng.permutation(np.concatenate([near, *off]))
    expect(learner, samples, places, sigma, 2, 1, 2)
    expect(learner, off[0], places, sigma, 1, 0, 0)


@case(
    "good means within three standard deviations",
    places=centers,
    sigma=number(0.2, 3.0),
    sizes=SIZES,
)
def threshold(learner, rng, places, sigma):
    place = places[-1]
    inside = around(rng, place, 3, 2.9 * sigma)
    outside = around(rng, place, 2, 3.1 * sigma)
    samples = rng.permutation(np.concatenate([inside, outside]))
    expect(learner, samples, places, sigma, 3, 1, 3)
    expect(learner, samples, places, sigma, 4, 0, 3)


@case("exactly three standard deviations are within")
def edge(learner):
    places = np.array([[0.0, 0.0], [16.0, 0.0]])
    samples = np.array([[0.0, 6.0], [10.0, 0.0], [16.0, -6.0], [3.0, 0.0]])
    expect(learner, samples, places, 2.0, 2, 2, 4)


@case("between two centres a sample belongs to the first")
def tie(learner):
    places = np.array([[0.0, 0.0], [4.0, 0.0], [2.0, 9.0]])
    samples = np.array([[2.0, 0.0], [2.0, 1.0], [4.0, 0.0]])
    expect(learner, samples, places, 1.0, 2, 1, 3)
    expect(learner, samples, places[[1, 0, 2]], 1.0, 2, 1, 3)
    expect(learner, samples[:2], places[[1, 0, 2]], 1.0, 1, 1, 2)


@case("one mode, one sample, one number", at=number(-5, 5), offset=whole(0, 2))
def single(learner, at, offset):
    samples = np.array([[at + 5.0 * offset]])
    expect(learner, samples, np.array([[at]]), 1.0, 1, 1 - offset, 1 - offset)


@case(
    "samples and centres stay as they were",
    samples=array("M", "K"),
    places=centers,
)
def untouched(learner, samples, places):
    learner.mode_report(samples, places, 1.0, 1)
    assert_untouched(learner)
