"""Checks for rnn/census_names. Oracle: names unseen, and a table of triples."""

from itertools import pairwise

import numpy as np

from tutor.datasets.sequences import split_names
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_shape,
    case,
    require,
)

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
SOME = split_names().train[:400]
FEW = SOME[:60]
BEGINNINGS = ["", "m", "ma", "mar", "christophe", "x", "qqq"]


def table(learner, model, prefixes):
    """Return the logarithms of a distribution for each prefix."""
    found = learner.log_probs(model, prefixes)
    assert_shape(found, (len(prefixes), 27), "what log_probs returns")
    logs = np.asarray(found, dtype=float)
    require(
        np.isfinite(logs).all() and (logs <= 1e-6).all(),
        "logarithms of probabilities are finite and at most 0.",
        logs,
    )
    assert_close(
        np.exp(logs).sum(axis=1),
        np.ones(len(prefixes)),
        atol=1e-4,
        what="the sums of the probabilities",
    )
    return logs


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
    table(learner, learner.train(FEW, FEW[:10], 1), BEGINNINGS)


def assert_alone(learner, model):
    together = table(learner, model, BEGINNINGS)
    for row, prefix in enumerate(BEGINNINGS):
        assert_close(
            table(learner, model, [prefix])[0],
            together[row],
            atol=1e-4,
            because=f"The beginning {prefix!r} gets other chances alone than "
            "beside longer ones. Do pads take part?",
        )


@case("a beginning is judged alike alone and among others")
def alone(learner):
    assert_alone(learner, learner.train(FEW, FEW[:10], 1))


def assert_remembers(learner, model):
    logs = table(learner, model, ["a", "ma", "la"])
    if np.abs(logs - logs[0]).max() < 1e-3:
        raise CheckFailed(
            "after 'a', 'ma' and 'la' the network expects the same: it knows "
            "the last letter and nothing of those before it"
        )


@case("letters before the last one count too")
def remembers(learner):
    assert_remembers(learner, learner.train(FEW, FEW[:10], 1))


def assert_seeded(learner):
    first, again, other = (
        table(learner, learner.train(FEW, FEW[:10], seed), BEGINNINGS)
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
        "two seeds gave the same network. A second run of it says nothing "
        "about luck.",
    )


@case("the same seed gives the same network, another seed another one")
def seeds(learner):
    assert_seeded(learner)


def assert_learns(learner, seed):
    """Trained on 400 names, it must expect them better than single letters do."""
    model = learner.train(SOME, FEW[:50], seed)
    found = surprise(learner, model, SOME[:100])
    after = (
        f"trained on {len(SOME)} names, the network is surprised by a "
        f"hundred of them by {found:.3g} nats per symbol"
    )
    require(
        found < np.log(27),
        f"{after}; guessing has {np.log(27):.3g}. Is the target of each place "
        "the next symbol?",
    )
    require(
        found < 2.7,
        f"{after}; knowing how frequent each letter is has 2.8. Is it trained "
        "long enough?",
    )
    assert_alone(learner, model)
    assert_remembers(learner, model)


@case("unseen names: at most 1.95 nats per symbol, and 0.10 below triples")
def gate(learner, rng, report):
    # What fails in little fails here as well, before the long training.
    assert_seeded(learner)
    assert_learns(learner, int(rng.integers(1 << 31)))
    train, valid, test = split_names()
    model = learner.train(train, valid, int(rng.integers(1 << 31)))
    found, base = surprise(learner, model, test), trigram(train, test)
    report.metric("surprise of a table of triples", base)
    report.at_most("surprise on unseen names", found, 1.95)
    report.at_least("lead over a table of triples", base - found, 0.10)
