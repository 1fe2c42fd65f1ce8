"""Checks for optim/dropout. Oracle: the same generator, entry by entry."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_mean,
    case,
    number,
    one_of,
    probe,
    require,
)


@probe
def dropped(module, X, p, seed, options):
    """Return the result, what the generator gives next, and X afterwards.

    The last says whether the result shares memory with X.
    """
    rng = np.random.default_rng(seed)
    Y = module.dropout(X, p, rng, **options)
    return Y, float(rng.random()), X, bool(np.shares_memory(Y, X))


def by_entry(X, p, seed):
    """Return the result entry by entry, and what the generator gives next."""
    rng = np.random.default_rng(seed)
    chances = iter(rng.random(X.shape).flat)
    Y = [x / (1 - p) if next(chances) >= p else 0.0 for x in X.flat]
    return np.array(Y).reshape(X.shape), float(rng.random())


def seed(rng):
    return int(rng.integers(1 << 31))


@case(
    "every entry lives or dies by its own draw, the living are enlarged",
    X=array("N", "D"),
    p=number(0.1, 0.9),
)
def entries(learner, rng, X, p):
    one = seed(rng)
    Y, after, _, _ = dropped(learner, X=X, p=p, seed=one, options={})
    wanted, next_draw = by_entry(X, p, one)
    assert_close(Y, wanted)
    require(
        after == next_draw,
        "the generator is not where one call of rng.random(X.shape) leaves it",
    )


@case("an entry whose draw is exactly p survives", X=array("N", "D"), tries=3)
def boundary(learner, rng, X):
    one = seed(rng)
    p = float(np.random.default_rng(one).random(X.shape).flat[-1])
    Y = dropped(learner, X=X, p=p, seed=one, options={})[0]
    assert_close(Y, by_entry(X, p, one)[0])


@case("the mean of many activations stays", p=one_of(0.2, 0.5, 0.8), tries=3)
def mean(learner, rng, p):
    Y = dropped(
        learner,
        X=np.ones(50_000),
        p=p,
        seed=seed(rng),
        options={"train": True},
    )[0]
    assert_mean(
        Y, 1.0, float(np.sqrt(p / (1 - p))), "the mean of dropped ones"
    )


@case(
    "outside training nothing happens, and nothing is drawn",
    X=array("N", "D"),
    p=number(0.1, 0.9),
    tries=5,
)
def evaluation(learner, rng, X, p):
    one = seed(rng)
    Y, after, _, _ = dropped(
        learner, X=X, p=p, seed=one, options={"train": False}
    )
    assert_close(Y, X)
    require(
        after == float(np.random.default_rng(one).random()),
        "the generator was used outside training. Measuring a model would then "
        "change the training that goes on after it",
    )


@case(
    "a chance of 0 drops none, a chance of 1 all", X=array("N", "D"), tries=3
)
def extremes(learner, rng, X):
    none = dropped(learner, X=X, p=0.0, seed=seed(rng), options={})[0]
    assert_close(none, X, what="the result for p = 0")
    every = dropped(learner, X=X, p=1.0, seed=seed(rng), options={})[0]
    assert_close(every, np.zeros(X.shape), what="the result for p = 1")


@case(
    "float32 stays float32, float64 stays float64", X=array("N", "D"), tries=5
)
def dtype(learner, rng, X):
    for kind in ("float32", "float64"):
        for p, train in ((0.5, True), (1.0, True), (0.5, False)):
            one, low = seed(rng), X.astype(kind)
            Y = dropped(
                learner, X=low, p=p, seed=one, options={"train": train}
            )[0]
            wanted = by_entry(low, p, one)[0] if train and p < 1 else low
            wanted = 0 * wanted if p == 1 else wanted
            assert_close(Y, wanted.astype(kind), dtype=kind)


@case("X stays as it was, and the result is new", X=array("N", "D"), tries=3)
def untouched(learner, rng, X):
    for train in (True, False):
        for p in (0.0, 0.5):
            _, _, after, shared = dropped(
                learner, X=X, p=p, seed=seed(rng), options={"train": train}
            )
            require(
                np.array_equal(after, X),
                "dropout wrote zeros into X itself, which the caller needs",
            )
            require(not shared, "the result shares memory with X")
