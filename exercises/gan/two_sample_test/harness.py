"""Checks for gan/two_sample_test. Oracles: the three means by loops; a statistic that keeps
a record of the sets it is given, so that p can be counted again; the ten ways to deal out
five samples.
"""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_frequencies,
    assert_untouched,
    built,
    case,
    number,
    probe,
    require,
    whole,
)

CLOUDS = {"N": (2, 6), "M": (2, 6), "D": (1, 3)}


def energy(X, Y):
    """Return the energy distance, one pair at a time."""

    def mean(A, B):
        pairs = itertools.product(A.tolist(), B.tolist())
        return math.fsum(math.dist(a, b) for a, b in pairs) / len(A) / len(B)

    return 2 * mean(X, Y) - mean(X, X) - mean(Y, Y)


def expect(learner, X, Y, wanted):
    got = learner.energy_distance(X, Y)
    assert_close(float(got), wanted, what="the energy distance")


@case(
    "energy distance: two clouds of different sizes",
    X=array("N", "D"),
    Y=array("M", "D"),
    sizes=CLOUDS,
)
def distance(learner, X, Y):
    Y = 2 * Y + 1
    expect(learner, X, Y, energy(X, Y))


@case(
    "energy distance: a set from itself is at 0",
    X=array("N", "D"),
    sizes=CLOUDS,
)
def itself(learner, X):
    expect(learner, X, X[::-1].copy(), 0.0)


@case("energy distance: sets of one sample", a=array(1, "D"), b=array(1, "D"))
def single(learner, a, b):
    expect(learner, a, b, 2 * math.dist(a[0], b[0]))
    expect(learner, a, np.vstack([a, b]), math.dist(a[0], b[0]) / 2)


@case(
    "energy distance: same mean, another spread",
    X=array("N", "D"),
    wide=number(2, 4),
    sizes=CLOUDS,
)
def spread(learner, X, wide):
    X = np.vstack([X, -X])
    expect(learner, X, wide * X, energy(X, wide * X))


@probe
def recorded(module, X, Y, rounds, seed, kind):
    """Return p, and the two sets of each call of the statistic."""
    deals = []

    def statistic(A, B):
        A, B = np.array(A, dtype=float), np.array(B, dtype=float)
        deals.append((A, B))
        if kind == "constant":
            return 1.0
        if kind == "gap":
            return float(abs(A[:, 0].mean() - B[:, 0].mean()))
        return float(A[:, 0].sum())

    rng = np.random.default_rng(seed)
    p = module.permutation_p(X, Y, statistic, rounds, rng)
    return p, deals


def called(learner, X, Y, rounds, seed, kind="sum"):
    """Return p and the deals, if there are as many as there should be."""
    p, deals = recorded(learner, X, Y, rounds, seed, kind)
    require(
        len(deals) == 1 + rounds,
        f"with {rounds} rounds `statistic` must be called {1 + rounds} times",
        len(deals),
    )
    return float(p), deals


@built("N", "M")
def numbers(rng, sizes):
    """N + M whole numbers of both signs, of which some are equal."""
    return rng.integers(-3, 4, size=(sizes["N"] + sizes["M"], 1)).astype(float)


DEALS = {"N": (2, 5), "M": (2, 5)}


@case(
    "p counts the rounds that are at least as large",
    pool=numbers,
    cut=whole(1, 4),
    rounds=whole(5, 40),
    seed=whole(0, 10**6),
    sizes=DEALS,
)
def counted(learner, pool, cut, rounds, seed):
    X, Y = pool[:cut], pool[cut:]
    p, deals = called(learner, X, Y, rounds, seed)
    seen = sum(X[:, 0].tolist())
    hits = sum(sum(A[:, 0].tolist()) >= seen for A, _ in deals)
    because = f"the sets that `statistic` got give {hits}/{1 + rounds}"
    assert_close(p, hits / (1 + rounds), what="p", because=because)


@case(
    "p is 1 for a statistic that is always the same",
    rounds=whole(1, 30),
    tries=3,
)
def constant(learner, rounds):
    X, Y = np.arange(3.0)[:, None], np.arange(4.0)[:, None] + 5
    p, _ = called(learner, X, Y, rounds, 0, "constant")
    assert_close(p, 1.0, what="p")


@case(
    "p of two sets far apart is small, and not 0",
    seed=whole(0, 10**6),
    tries=3,
)
def never_zero(learner, seed):
    X, Y = np.arange(20.0)[:, None], np.arange(20.0)[:, None] + 100
    p, _ = called(learner, X, Y, 24, seed, "gap")
    assert_close(p, 1 / 25, what="p")


@case(
    "each round deals out all samples, whole, N and M of them",
    X=array("N", "D"),
    Y=array("M", "D"),
    seed=whole(0, 10**6),
    sizes={"N": (1, 6), "M": (1, 6), "D": (2, 3)},
)
def complete(learner, X, Y, seed):
    _, deals = called(learner, X, Y, 8, seed)
    pool = sorted([*X.tolist(), *Y.tolist()])
    for A, B in deals:
        require(
            A.shape == X.shape and B.shape == Y.shape,
            f"`statistic` must get sets of shapes {X.shape} and {Y.shape}",
            (A.shape, B.shape),
        )
        require(
            sorted([*A.tolist(), *B.tolist()]) == pool,
            "the two sets together must hold each sample once, as it was",
            np.vstack([A, B]),
        )


@case("each way to deal out the pool is equally likely")
def fair(learner, rng):
    pool = np.array([[0.0], [1.0], [2.0], [3.0], [4.0]])
    ways = list(itertools.combinations(range(5), 2))
    seed = int(rng.integers(10**6))
    _, deals = called(learner, pool[:2], pool[2:], 400, seed)
    firsts = [tuple(sorted(A[:, 0].tolist())) for A, _ in deals]
    counts = [firsts.count(way) for way in ways]
    counts[0] -= 1  # the two sets as they are
    require(
        sum(counts) == 400,
        "each set must hold samples of the pool, each at most once",
        sum(counts),
    )
    assert_frequencies(counts, [0.1] * 10, "the sets of the rounds")


@case("the generator decides, and nothing else", seed=whole(0, 10**6), tries=4)
def seeded(learner, seed):
    X, Y = np.arange(6.0)[:, None], np.arange(7.0)[:, None] + 10

    def firsts(seed):
        _, deals = called(learner, X, Y, 10, seed)
        return [A.ravel().tolist() for A, _ in deals]

    require(
        firsts(seed) == firsts(seed),
        "generators in the same state must deal out the same sets",
    )
    require(
        firsts(seed) != firsts(seed + 1),
        "generators of two seeds must deal out different sets",
    )


@case(
    "both sets stay as they were",
    X=array("N", "D"),
    Y=array("M", "D"),
    seed=whole(0, 10**6),
    sizes=CLOUDS,
)
def untouched(learner, X, Y, seed):
    learner.energy_distance(X, Y)
    assert_untouched(learner)
    same = kept(learner, X, Y, seed)
    require(same, "`permutation_p` must leave X and Y as they were")


@probe
def kept(module, X, Y, seed):
    """Return whether X and Y are the same after the call."""
    before = X.copy(), Y.copy()
    rng = np.random.default_rng(seed)
    module.permutation_p(X, Y, lambda A, B: float(A.sum()), 5, rng)
    return all(map(np.array_equal, before, (X, Y)))
