"""Checks for rnn/census_names. Oracle: names unseen, and a table of triples."""

from itertools import pairwise

import numpy as np

from tutor.datasets.sequences import split_names
from tutor.harness import (
    assert_close,
    assert_shape,
    case,
    require,
)

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
FEW = split_names().train[:60]
SOME = ["", "m", "ma", "mar", "christophe", "x", "qqq"]


def table(learner, model, prefixes):
    found = learner.log_probs(model, prefixes)
    assert_shape(found, (len(prefixes), 27), "what log_probs returns")
    return np.asarray(found, dtype=float)


def surprise(learner, model, names):
    """Return the mean surprise of all symbols, ends included."""
    prefixes = [name[:k] for name in names for k in range(len(name) + 1)]
    nexts = [SYMBOLS.index(c) for name in names for c in name + "."]
    logs = table(learner, model, prefixes)
    return float(-logs[np.arange(len(nexts)), nexts].mean())


def triples(names):
    rows = []
    for name in names:
        codes = [0, 0, *map(SYMBOLS.index, name), 0]
        rows += [
            (*pair, after)
            for pair, after in zip(
                pairwise(codes[:-1]), codes[2:], strict=True
            )
        ]
    return tuple(np.array(rows).T)


def trigram(train, test):
    counts = np.full((27, 27, 27), 0.1)
    np.add.at(counts, triples(train), 1)
    P = counts / counts.sum(axis=2, keepdims=True)
    return float(-np.log(P[triples(test)]).mean())


@case("log_probs gives a distribution for every beginning of a name")
def distributions(learner):
    logs = table(learner, learner.train(FEW, FEW[:10], 1), SOME)
    require(
        np.isfinite(logs).all() and (logs <= 1e-6).all(),
        "logarithms of probabilities are finite and at most 0.",
        logs,
    )
    assert_close(
        np.exp(logs).sum(axis=1),
        np.ones(len(SOME)),
        atol=1e-4,
        what="the sums of the probabilities",
    )


@case("a beginning is judged alike alone and among others")
def alone(learner):
    model = learner.train(FEW, FEW[:10], 1)
    together = table(learner, model, SOME)
    for row, prefix in enumerate(SOME):
        assert_close(
            table(learner, model, [prefix])[0],
            together[row],
            atol=1e-4,
            because=f"The beginning {prefix!r} gets other chances alone than "
            "beside longer ones. Do pads take part?",
        )


@case("the same seed gives the same network, another seed another one")
def seeds(learner):
    first, again, other = (
        table(learner, learner.train(FEW, FEW[:10], seed), SOME)
        for seed in (5, 5, 6)
    )
    assert_close(
        again,
        first,
        atol=1e-4,
        because="Two runs with one seed differ. Seed torch at the start.",
    )
    require(
        np.abs(other - first).max() > 1e-3,
        "two seeds gave the same network. Three runs of it are then one run.",
    )


@case("unseen names: at most 1.95 nats per symbol, and 0.10 below triples")
def gate(learner, rng, report):
    train, valid, test = split_names()
    model = learner.train(train, valid, int(rng.integers(1 << 31)))
    found, base = surprise(learner, model, test), trigram(train, test)
    report.metric("surprise of a table of triples", base)
    report.at_most("surprise on unseen names", found, 1.95)
    report.at_least("lead over a table of triples", base - found, 0.10)
