"""Checks for gan/eight_modes. Oracle: the centres that the data were drawn around."""

import numpy as np

from tutor.harness import assert_close, assert_contract, case, probe, require

SIGMA = 0.05
COUNT = 1000
LEAST = 20
EARLY = 300


@probe
def trained(module, X, seed, steps, orders):
    """Train and return samples for each (count, seed) of orders, and X after.

    Without `steps` the learner's own number is taken.
    """
    more = {} if steps is None else {"steps": steps}
    G = module.train(X, seed, **more)
    return [module.samples(G, count, s) for count, s in orders], X


def seed(rng):
    return int(rng.integers(1 << 31))


def ring(rng, count=2000):
    """Return points of a ring of eight heaps, turned by chance, and its centres."""
    at = rng.uniform(0, 2 * np.pi) + 2 * np.pi * np.arange(8) / 8
    centers = 2 * np.stack([np.cos(at), np.sin(at)], axis=1)
    points = centers[rng.integers(8, size=count)]
    return points + SIGMA * rng.normal(size=points.shape), centers


def made_by(learner, X, number, steps, *orders):
    """Return samples for each (count, seed), their form checked."""
    found, after = trained(
        learner, X=X, seed=number, steps=steps, orders=list(orders)
    )
    assert_close(after, X, what="X after training")
    for made, (count, _) in zip(found, orders, strict=True):
        what = "what samples returns"
        assert_contract(made, (count, 2), "float64", what=what)
    return found


def report_of(made, centers):
    """Return covered modes, quality, good samples by mode, and their spread."""
    modes = [0] * len(centers)
    squares = []
    for x in made:
        gaps = [float(np.hypot(*(x - c))) for c in centers]
        k = int(np.argmin(gaps))
        if gaps[k] <= 3 * SIGMA:
            modes[k] += 1
            squares.append(gaps[k] ** 2)
    spread = float(np.sqrt(np.mean(squares) / 2)) / SIGMA if squares else 0.0
    covered = sum(count >= LEAST for count in modes)
    return covered, sum(modes) / len(made), np.array(modes), spread


def away(made):
    """Return how far samples are from the centre of the ring, in the median."""
    return float(np.median(np.linalg.norm(made, axis=1)))


@case("samples are pairs of numbers; the data stay as they were")
def form(learner, rng):
    X, _ = ring(rng, 300)
    made_by(learner, X, seed(rng), 3, (7, 1), (1, 2))


@case("seeds decide what is trained and what is drawn")
def seeds(learner, rng):
    (X, _), one = ring(rng, 300), seed(rng)
    orders = (50, 5), (50, 5), (50, 6)
    first, same, anew = made_by(learner, X, one, 10, *orders)
    (again,) = made_by(learner, X, one, 10, (50, 5))
    (other,) = made_by(learner, X, one + 1, 10, (50, 5))
    because = "Drawn twice with one seed, the samples differ."
    assert_close(same, first, rtol=1e-3, atol=1e-4, because=because)
    because = "Two trainings with one seed differ."
    assert_close(again, first, rtol=1e-3, atol=1e-4, because=because)
    require(
        np.abs(anew - first).max() > 1e-4,
        "two seeds of samples gave the same points.",
    )
    require(
        np.abs(other - first).max() > 1e-4,
        "two seeds of train gave the same generator.",
    )


@case("eight heaps of eight, and at least 75 % of the fakes good")
def gate(learner, rng, report):
    X, _ = ring(rng)
    number = seed(rng)
    (untrained,) = made_by(learner, X, number, 0, (COUNT, 1))
    (made,) = made_by(learner, X, number, EARLY, (COUNT, 1))
    early(made, untrained, X)
    modes, quality = [], []
    for run in (1, 2, 3):
        X, centers = ring(rng)
        (made,) = made_by(learner, X, seed(rng), None, (COUNT, 1))
        fresh(made, X)
        found, good, counts, spread = report_of(made, centers)
        modes.append(found)
        quality.append(good)
        report.metric(f"modes, run {run}", found)
        report.metric(f"quality, run {run}", good)
        report.metric(f"fewest good fakes of a mode, run {run}", counts.min())
        report.metric(f"spread in a mode (data: 1), run {run}", spread)
        if settled(modes, 8) and settled(quality, 0.75):
            break  # two of three agree: the third cannot change the median
    report.metric("quality of the data", report_of(X[:COUNT], centers)[1])
    report.at_least("modes", np.median(modes), 8)
    report.at_least("quality", np.median(quality), 0.75)


def settled(values, target):
    """Return whether it is known on which side of its target the median lies."""
    reached = sum(value >= target for value in values)
    return max(reached, len(values) - reached) > 1


def fresh(made, X):
    """Require samples that are new: none of the data, and none twice."""
    gaps = np.abs(made[:, None] - X).max(axis=2).min(axis=1)
    require(
        (gaps < 1e-5).mean() < 0.1,
        "your samples are points of the data. A generator makes new ones.",
    )
    require(
        len(np.unique(made.round(7), axis=0)) > 0.9 * len(made),
        "most of your samples occur more than once: does each get its own "
        "noise?",
    )


def early(made, untrained, X):
    """Fail before the long trainings if a short one has gone nowhere."""
    require(np.isfinite(made).all(), "samples hold inf or NaN.")
    fresh(made, X)
    require(
        np.abs(made - untrained).max() > 1e-4,
        f"after {EARLY} steps the samples are those of before training.",
    )
    where = away(made)
    found = (
        f"after {EARLY} steps the samples lie {where:.2f} from the middle of "
        "the ring, in the median, and the data 2.00"
    )
    require(where > 1.3, f"{found}: they have not come to the data.")
    require(where < 2.7, f"{found}: they flee from the data.")
