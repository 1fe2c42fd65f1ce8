"""Checks for rnn/char_bigram. Oracle: each pair counted alone, in Python floats."""

import math
from collections import Counter
from itertools import pairwise

import numpy as np

from tutor.datasets.sequences import split_names
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_frequencies,
    built,
    case,
    number,
    probe,
    require,
)

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
TRAIN, VALID, _ = split_names()


@built("N", "L")
def words(rng, sizes):
    """Return words over few letters, of different lengths, some of one letter."""
    few = rng.choice(list(SYMBOLS[1:]), 4, replace=False)
    lengths = rng.integers(1, sizes["L"] + 1, sizes["N"])
    return ["".join(rng.choice(few, length).tolist()) for length in lengths]


@built()
def table(rng, sizes):
    """Return rows of probabilities, no two alike, one symbol often the first."""
    weights = rng.uniform(0.5, 1, (27, 27))
    weights[0, 1 + rng.integers(26)] = 20
    weights[:, 0] += 5
    return weights / weights.sum(axis=1, keepdims=True)


def chances(names, alpha):
    """Return the smoothed probabilities of every symbol after every other."""
    texts = ["." + name + "." for name in names]
    pairs = Counter(pair for text in texts for pair in pairwise(text))
    before = Counter(symbol for text in texts for symbol in text[:-1])
    return [
        [(pairs[a, b] + alpha) / (before[a] + 27 * alpha) for b in SYMBOLS]
        for a in SYMBOLS
    ]


@case(
    "every row is the distribution of what follows its symbol",
    names=words,
    alpha=number(0.05, 3),
    sizes={"N": (1, 5), "L": (1, 6)},
)
def probabilities(learner, names, alpha):
    expected = np.array(chances(names, alpha))
    assert_close(learner.bigram_probs(names, alpha), expected)


@case("without a single name every symbol is equally likely")
def no_names(learner):
    assert_close(learner.bigram_probs([], 0.5), np.full((27, 27), 1 / 27))


@case(
    "nll is the mean surprise of all symbols, ends included, in nats",
    P=table,
    names=words,
    sizes={"N": (1, 5), "L": (1, 6)},
)
def surprise(learner, P, names):
    total, count = 0.0, 0
    for name in names:
        for a, b in zip("." + name, name + ".", strict=True):
            total -= math.log(P[SYMBOLS.index(a), SYMBOLS.index(b)])
            count += 1
    assert_close(learner.nll(P, names), total / count)


@case("guessing costs log 27 = 3.296 nats, and pairs of census names 2.33")
def known_values(learner):
    even = np.full((27, 27), 1 / 27)
    assert_close(learner.nll(even, ["anna", "bo"]), math.log(27))
    found = learner.nll(learner.bigram_probs(TRAIN, 0.1), VALID)
    assert_close(found, 2.3328, atol=0.0001, what="nll of unseen names")


@probe
def drawn(module, P, count, seed):
    """Return names drawn one after the other from one generator."""
    rng = np.random.default_rng(seed)
    return [module.sample_name(P, rng) for _ in range(count)]


@case("names are drawn symbol by symbol from the rows of P", P=table, tries=2)
def samples(learner, P, rng):
    names = drawn(learner, P=P, count=1200, seed=int(rng.integers(1 << 31)))
    for name in names:
        require(type(name) is str, "sample_name must return a str.", name)
        require(
            set(name) <= set(SYMBOLS[1:]),
            "a name holds letters a to z and nothing else; the boundary is "
            "not part of it.",
            name,
        )
    firsts = [SYMBOLS.index(name[:1] or ".") for name in names]
    assert_frequencies(np.bincount(firsts, minlength=27), P[0])
    common = int(P[0, 1:].argmax()) + 1
    seconds = [
        SYMBOLS.index((name + ".")[1])
        for name in names
        if name[:1] == SYMBOLS[common]
    ]
    assert_frequencies(np.bincount(seconds, minlength=27), P[common])


@case("a name goes on until its end is drawn, however long it gets")
def long_names(learner, rng):
    P = np.full((27, 27), 1e-9)
    P[range(26), range(1, 27)] = 1.0
    P[26, 0], P[26, 1] = 0.2, 0.8
    P /= P.sum(axis=1, keepdims=True)
    names = drawn(learner, P=P, count=120, seed=int(rng.integers(1 << 31)))
    for name in names:
        require(
            name[-1:] == "z",
            "after each letter but z it is the next letter that follows, and "
            "only after a z may this name end.",
            name,
        )
    laps = np.minimum([len(name) // 26 for name in names], 5)
    p = 0.2 * 0.8 ** np.arange(4)
    counts = np.bincount(laps, minlength=6)[1:]
    assert_frequencies(counts, np.append(p, 1 - p.sum()))


@case(
    "all chance comes from the rng: the same seed gives the same names",
    P=table,
    tries=1,
)
def repeatable(learner, P, rng):
    seed = int(rng.integers(1 << 31))
    first = drawn(learner, P=P, count=20, seed=seed)
    again = drawn(learner, P=P, count=20, seed=seed)
    if first != again:
        raise CheckFailed("two runs with one seed gave different names")
    require(len(set(first)) > 1, "twenty draws gave one name", first[0])
