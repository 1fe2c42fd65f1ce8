"""Checks for dbn/replicated_softmax. Oracle: word by word; counts as a baseline."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    probe,
    require,
    whole,
)


@probe
def cd1(module, V, W, b, c, seed):
    kept = [x.copy() for x in (V, W, b, c)]
    got = module.rs_cd1(V, W, b, c, np.random.default_rng(seed))
    return got, all(map(np.array_equal, kept, (V, W, b, c)))


@probe(chancy=True)
def fit(module, V, hidden, seed, options):
    return module.rs_fit(V, hidden, np.random.default_rng(seed), **options)


@probe
def biases(module, V, hidden):
    """Return the biases at the start, on which chance has no say."""
    rng = np.random.default_rng(0)
    return module.rs_fit(V, hidden, rng, epochs=0, rate=0.1, batch=10)[1:]


@probe(chancy=True)
def learned(module, V, hidden, seed, options):
    """Return the topics of the documents after training on them."""
    rng = np.random.default_rng(seed)
    W, _, c = module.rs_fit(V, hidden, rng, **options)
    return module.topics_given_counts(V, W, c)


@probe(chancy=True)
def watched(module, V, options):
    """Return what rs_cd1 was given and gave, call by call, and the last result."""
    calls, real = [], module.rs_cd1

    def spy(V, W, b, c, rng):
        got = real(V, W, b, c, rng)
        before = [np.array(x) for x in (W, b, c)]
        calls.append([np.array(V), before, [np.array(x) for x in got]])
        return got

    module.rs_cd1 = spy
    try:
        rng = np.random.default_rng(0)
        last = module.rs_fit(V, 2, rng, **options)
    finally:
        module.rs_cd1 = real
    return calls, last


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def topics(v, W, c):
    """Return the probability of each topic, given the counts of one document."""
    D = math.fsum(v)
    return np.array(
        [squash(math.fsum([*(v * W[:, j]), D * c[j]])) for j in range(len(c))]
    )


def words(h, W, b):
    z = [float(b[k] + W[k] @ h) for k in range(len(b))]
    top = max(z)
    e = [math.exp(t - top) for t in z]
    return np.array(e) / math.fsum(e)


@built("N", "K")
def documents(rng, sizes):
    V = rng.integers(0, 4, (sizes["N"], sizes["K"]))
    V[:, 0] += 1 + np.arange(sizes["N"])
    return V


SIZES = {"N": (2, 5), "K": (2, 6), "H": (2, 5)}
MACHINE = {
    "W": array("K", "H"),
    "b": array("K"),
    "c": array("H"),
    "sizes": SIZES,
    "tries": 6,
}


@case("topics, with a bias for every word", V=documents, **MACHINE)
def going_up(learner, V, W, b, c):
    expected = np.array([topics(v, W, c) for v in V])
    assert_close(learner.topics_given_counts(V, W, c), expected)
    assert_untouched(learner)


@case("words compete over the vocabulary", h=array("N", "H"), **MACHINE)
def going_down(learner, h, W, b, c):
    expected = np.array([words(one, W, b) for one in h])
    assert_close(learner.words_given_topics(h, W, b), expected)
    assert_untouched(learner)


@case("inputs of ±1000 do not overflow", tries=1)
def large(learner, rng):
    W = 1000.0 * rng.choice([-1.0, 1.0], (5, 2))
    W[0], b = 1000.0, rng.normal(size=5)
    h = np.array([[1.0, 1.0], [0.0, 0.0]])
    got = learner.words_given_topics(h, W, b)
    assert_close(got, np.array([words(one, W, b) for one in h]))
    V, c = np.array([[0, 3, 0, 1, 0]]), np.zeros(2)
    x = V[0] @ W
    expected = -float(V[0] @ b) - sum(
        max(t, 0) + math.log1p(math.exp(-abs(t))) for t in x
    )
    assert_close(
        learner.document_free_energy(V, W, b, c), np.array([expected])
    )


@case(
    "the free energy sums over all patterns of topics", V=documents, **MACHINE
)
def summed(learner, V, W, b, c):
    expected = []
    for v in V:
        D = float(v.sum())
        logs = [
            float(v @ b + D * (c @ h) + v @ W @ h)
            for h in map(np.array, itertools.product((0, 1), repeat=len(c)))
        ]
        top = max(logs)
        total = math.fsum(math.exp(t - top) for t in logs)
        expected.append(-top - math.log(total))
    got = learner.document_free_energy(V, W, b, c)
    assert_close(got, np.array(expected))
    assert_untouched(learner)


@case(
    "the gradient: document minus a dream of the same length",
    V=documents,
    seed=whole(0, 10**6),
    **MACHINE,
)
def gradient(learner, V, W, b, c, seed):
    got, same = cd1(learner, V=V, W=W, b=b, c=c, seed=seed)
    u = np.random.default_rng(seed).random((len(V), len(c)))
    dW, db, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(c)
    for v, numbers in zip(V, u, strict=True):
        p = topics(v, W, c)
        dream = v.sum() * words((numbers < p).astype(float), W, b)
        q = topics(dream, W, c)
        dW += (np.outer(v, p) - np.outer(dream, q)) / len(V)
        db += (v - dream) / len(V)
        dc += v.sum() * (p - q) / len(V)
    require(
        type(got) is tuple and len(got) == 3,
        "rs_cd1 must return a tuple (dW, db, dc).",
    )
    names = ("dW", "db", "dc")
    for one, other, name in zip(got, (dW, db, dc), names, strict=True):
        assert_close(one, other, what=name)
    require(same, "an argument was changed in place.")


@case("the start: log-frequencies and small weights", tries=2)
def start(learner, rng):
    V = rng.integers(0, 5, (20, 60)) * np.arange(60)
    V[0] += 1
    options = {"epochs": 0, "rate": 0.1, "batch": 10}
    got = fit(learner, V=V, hidden=20, seed=3, options=options)
    require(
        type(got) is tuple and len(got) == 3, "rs_fit must return (W, b, c)."
    )
    W = got[0]
    b, c = biases(learner, V=V, hidden=20)
    total = int(V.sum()) + 60
    shares = [math.log((1 + int(x)) / total) for x in V.sum(axis=0)]
    assert_close(b, np.array(shares), what="b at the start")
    assert_close(c, np.zeros(20), what="c at the start")
    require(np.shape(W) == (60, 20), "W must have shape (K, hidden).")
    # 1,200 draws: their deviation is known to about 2 %.
    require(
        0.008 < float(np.std(W)) < 0.012,
        f"the weights start with deviation {float(np.std(W)):.3g}, not 0.01.",
    )


@case(
    "every epoch visits all documents once, and every batch is a step", tries=1
)
def visits(learner, rng):
    V = rng.integers(0, 5, (9, 6)) * np.arange(1, 10)[:, None]
    V[:, 0] += 1
    options = {"epochs": 3, "rate": 0.3, "batch": 4}
    calls, last = watched(learner, V=V, options=options)
    require(
        [len(rows) for rows, _, _ in calls] == [4, 4, 1] * 3,
        "3 epochs of 9 documents in batches of 4 make 9 calls of rs_cd1, with "
        "4, 4 and 1 documents in turn.",
    )
    every, orders = sorted(map(tuple, V.tolist())), []
    for epoch in range(3):
        rows = [
            tuple(r)
            for part, _, _ in calls[3 * epoch : 3 * epoch + 3]
            for r in part.tolist()
        ]
        require(
            sorted(rows) == every,
            f"epoch {epoch + 1} does not visit all documents once.",
        )
        orders.append(rows)
    require(
        any(rows != list(map(tuple, V.tolist())) for rows in orders),
        "every epoch visits the documents in the order of the table.",
    )
    require(orders[0] != orders[1], "two epochs had the same order.")
    after = [*(before for _, before, _ in calls[1:]), list(last)]
    rows, (old, *_), (change, *_) = calls[0]
    for size, words in (
        (0.3, "not divided by the mean length of the documents"),
        (0.3 / V.sum(axis=1).mean(), "divided by the mean length of all"),
        (0.3 / rows.sum(), "divided by all words of the batch"),
    ):
        require(
            not np.allclose(after[0][0], old + size * change, rtol=1e-9),
            f"the first step is {words}.",
        )
    for (rows, before, steps), then in zip(calls, after, strict=True):
        size = 0.3 * len(rows) / float(rows.sum())
        for old, change, new, name in zip(
            before, steps, then, "Wbc", strict=True
        ):
            assert_close(new, old + size * change, what=f"{name} after a step")


@case("all that is random comes from the generator", tries=1)
def seeds(learner, rng):
    V = rng.integers(0, 5, (30, 6))
    V[:, 0] += 1
    options = {"epochs": 2, "rate": 0.1, "batch": 10}
    one, again, other = (
        fit(learner, V=V, hidden=3, seed=s, options=options)[0]
        for s in (7, 7, 8)
    )
    assert_close(again, one, because="Two runs with one seed differ.")
    require(
        np.abs(other - one).max() > 1e-6,
        "two generators gave the same machine.",
    )


def corpus(rng):
    """Return counts of 300 documents over 110 words, and their topics."""
    common = rng.dirichlet(np.full(20, 2.0))
    labels = rng.integers(0, 6, 300)
    rows = []
    own = [rng.dirichlet(np.full(25, 1.5)) for _ in range(6)]
    for kind in labels:
        p = np.zeros(110)
        p[:20] = 0.5 * common
        p[20:] += 0.2 / 90
        p[20 + 13 * kind : 45 + 13 * kind] += 0.3 * own[kind]
        rows.append(rng.multinomial(int(rng.integers(10, 50)), p / p.sum()))
    return np.array(rows), labels


def precision(F, labels):
    """Return the share of the ten nearest by cosine with the same label."""
    unit = F / np.maximum(np.linalg.norm(F, axis=1, keepdims=True), 1e-12)
    near = unit @ unit.T
    np.fill_diagonal(near, -np.inf)
    ten = np.argsort(-near, axis=1)[:, :10]
    return float((labels[ten] == labels[:, None]).mean())


@case("topics find related documents better than counts do", tries=1)
def gate(learner, rng, report):
    V, labels = corpus(rng)
    options = {"epochs": 150, "rate": 0.7, "batch": 20}
    seed = int(rng.integers(1 << 30))
    F = learned(learner, V=V, hidden=12, seed=seed, options=options)
    mine = precision(F, labels)
    plain = precision(V.astype(float), labels)
    report.beats("same topic among the ten nearest", mine, plain, by=0.08)
