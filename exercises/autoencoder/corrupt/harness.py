"""Checks for autoencoder/corrupt. Oracle: probabilities, and functions that the judge watches."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_contract,
    assert_distribution,
    assert_equal,
    assert_proportion,
    assert_shape,
    assert_untouched,
    case,
    number,
    raises,
    require,
    uniform,
)

MANY = (300, 40)
AMOUNTS = (0.1, 0.3)


def spread_out(hit, what):
    """Fail when masks repeat from sample to sample or from place to place."""
    rows, columns = hit.mean(axis=1), hit.mean(axis=0)
    require(
        not (hit == hit[0]).all(),
        f"every sample has the same {what} places: one mask for all of them",
    )
    require(
        len(np.unique(hit, axis=0)) > len(hit) // 2,
        f"many samples have exactly the same {what} places",
    )
    require(
        0 < np.median(rows) < 1 and 0 < np.median(columns) < 1,
        f"whole samples or whole columns are {what}: each number has to be "
        "drawn on its own",
    )


@case("mask: each number becomes 0 with the probability asked for")
def mask(learner, rng):
    X = rng.uniform(0.2, 0.9, MANY)
    for amount in AMOUNTS:
        got = learner.corrupt(X, "mask", amount, rng)
        assert_shape(got, MANY)
        hit = got != X
        assert_equal(got[hit], np.zeros(hit.sum()), what="what is masked")
        assert_proportion(hit, amount, "the share of masked numbers")
        spread_out(hit, "masked")


@case("salt: hit numbers become 0 or 1, as often the one as the other")
def salt(learner, rng):
    X = rng.uniform(0.2, 0.9, MANY)
    for amount in AMOUNTS:
        got = learner.corrupt(X, "salt", amount, rng)
        hit = got != X
        require(
            bool(np.isin(got[hit], (0.0, 1.0)).all()),
            "a number that is hit must become 0 or 1",
        )
        assert_proportion(hit, amount, "the share of numbers that were hit")
        assert_proportion(got[hit] == 1, 0.5, "the share of ones among them")
        spread_out(hit, "spoiled")


@case("gauss: noise of the deviation asked for, one draw for each number")
def gauss(learner, rng):
    X = np.full(MANY, 0.5)
    for amount in (0.04, 0.1):
        got = learner.corrupt(X, "gauss", amount, rng)
        assert_shape(got, MANY)
        noise = (got - X) / amount
        require(
            len(np.unique(got)) > X.size // 2,
            "the same noise was added to many numbers",
        )

        def bell(values):
            return [0.5 + math.erf(v / math.sqrt(2)) / 2 for v in values]

        assert_distribution(noise, bell, "noise divided by its deviation")


@case("what comes out lies between 0 and 1", amount=number(0.3, 2.0))
def in_range(learner, rng, amount):
    X = rng.integers(0, 2, (8, 20)).astype(float)
    for kind in ("gauss", "mask", "salt"):
        got = learner.corrupt(X, kind, min(amount, 0.9), rng)
        assert_contract(got, X.shape, "float64", low=0, high=1)


@case("amounts 0 and 1", X=array("N", "D", of=uniform(0.1, 0.9)), tries=3)
def extremes(learner, rng, X):
    for kind in ("mask", "salt", "gauss"):
        assert_close(
            learner.corrupt(X, kind, 0.0, rng), X, what=f"{kind} by 0"
        )
    got = learner.corrupt(X, "mask", 1.0, rng)
    assert_close(got, np.zeros(X.shape), what="mask by 1")
    got = learner.corrupt(X, "salt", 1.0, rng)
    require(bool(np.isin(got, (0, 1)).all()), "salt by 1 leaves only 0 and 1")


@case("the samples stay as they were; chance comes from rng alone")
def manners(learner, rng):
    X = rng.uniform(0.1, 0.9, (5, 7))
    for kind in ("mask", "salt", "gauss"):
        runs = []
        for seed in (1, 1, 2):
            runs.append(
                learner.corrupt(X, kind, 0.5, np.random.default_rng(seed))
            )
            assert_untouched(learner)
        assert_close(
            runs[1],
            runs[0],
            because="Generators with the same seed gave different noise.",
        )
        require(
            not np.array_equal(runs[0], runs[2]),
            "two seeds gave the same noise",
        )


@case("an unknown kind is refused")
def unknown(learner, rng):
    for kind in ("masks", ""):
        with raises(ValueError, "when the kind is none of the three"):
            learner.corrupt(np.ones((2, 3)), kind, 0.1, rng)


@case(
    "the target of denoising stays clean",
    X=array("N", "D", of=uniform(0.1, 0.9)),
    sizes={"N": (2, 5), "D": (3, 6)},
    tries=4,
)
def target(learner, rng, X):
    for kind in ("mask", "gauss", "salt"):
        seen = []

        def reconstruct(given, seen=seen):
            seen.append(np.array(given))
            return 0.5 * np.array(given) + 0.2

        got = learner.denoising_error(reconstruct, X, kind, 0.6, rng)
        assert_untouched(learner)
        require(
            len(seen) == 1 and seen[0].shape == X.shape,
            "reconstruct must be called once, with all samples",
            [s.shape for s in seen],
        )
        require(
            X.size < 6 or not np.array_equal(seen[0], X),
            "reconstruct was given the clean samples",
        )
        total = 0.0
        for out, clean in zip(0.5 * seen[0] + 0.2, X, strict=True):
            total += math.fsum((out - clean) ** 2)
        assert_close(got, total / len(X), what="the error")
