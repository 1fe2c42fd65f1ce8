"""Checks for rnn/sample_text. Oracle: shares computed by numpy, and a scripted model."""

import numpy as np

from tutor.harness import (
    CheckFailed,
    assert_equal,
    assert_frequencies,
    case,
    probe,
    require,
)

LOGITS = np.array([-1.2, 0.4, -0.6, -0.2, -0.9, -0.4])


@probe
def drawn(module, logits, temperature, top_k, count, seed):
    """Return many draws from one generator."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    scores = torch.tensor(logits)
    return [
        module.draw(scores, temperature, top_k, generator)
        for _ in range(count)
    ]


@probe
def text(module, table, start, stop, most, temperature, top_k, seed, count=1):
    """Return texts of a model that knows the last two symbols, and its calls."""
    import torch

    scores, calls = torch.tensor(table), []

    def step(symbol, state):
        before = start if state is None else state["last"]
        calls.append((int(symbol), None if state is None else int(before)))
        return scores[before, int(symbol)], {"last": int(symbol)}

    generator = torch.Generator().manual_seed(seed)
    made = [
        module.sample(step, start, stop, most, temperature, top_k, generator)
        for _ in range(count)
    ]
    return made, calls


def shares(logits, temperature=1.0, top_k=None):
    z = np.asarray(logits) / temperature
    if top_k is not None:
        z = np.where(z >= np.sort(z)[-min(top_k, len(z))], z, -np.inf)
    p = np.exp(z - z.max())
    return p / p.sum()


def compared(learner, rng, logits, temperature, top_k):
    found = drawn(
        learner,
        logits=logits,
        temperature=temperature,
        top_k=top_k,
        count=400,
        seed=int(rng.integers(1 << 31)),
    )
    require(
        all(type(s) is int and 0 <= s < len(logits) for s in found),
        "draw must return an int, the place of a symbol.",
        found[0],
    )
    counts = np.bincount(found, minlength=len(logits))
    assert_frequencies(counts, shares(logits, temperature, top_k))


@case("at temperature 1, symbols come as often as the softmax says")
def plain(learner, rng):
    compared(learner, rng, LOGITS, 1.0, None)


@case("a low temperature sharpens, a high one flattens")
def temperatures(learner, rng):
    compared(learner, rng, LOGITS, 0.45, None)
    compared(learner, rng, LOGITS, 4.0, None)


@case("near temperature 0 the best symbol is drawn every time")
def cold(learner, rng):
    found = drawn(
        learner, logits=LOGITS, temperature=1e-6, top_k=None, count=20, seed=1
    )
    assert_equal(found, [1] * 20)


@case("top_k keeps the k best, with their shares")
def best(learner, rng):
    compared(learner, rng, LOGITS, 1.0, 3)
    compared(learner, rng, LOGITS, 2.0, 4)
    compared(learner, rng, LOGITS, 1.0, 50)
    found = drawn(
        learner,
        logits=LOGITS - 3.0,
        temperature=1.0,
        top_k=1,
        count=20,
        seed=1,
    )
    assert_equal(found, [1] * 20)


def compared_masked(learner, rng):
    masked = LOGITS.copy()
    masked[[1, 4]] = -np.inf
    compared(learner, rng, masked, 1.0, None)


@case("a score of -inf is never drawn")
def masked(learner, rng):
    compared_masked(learner, rng)


def certain(path, size):
    """Return scores (size, size, size) that lead along `path`."""
    table = np.zeros((size, size, size))
    for before, here, after in zip(
        [path[0], *path], path, path[1:], strict=False
    ):
        table[before, here, after] = 500.0
    return table


def one_text(learner, table, most=10, **kw):
    settings = {"temperature": 1.0, "top_k": None, "seed": 0} | kw
    made, calls = text(
        learner, table=table, start=0, stop=4, most=most, **settings
    )
    require(
        type(made[0]) is list and all(type(s) is int for s in made[0]),
        "sample must return a list of ints.",
        made[0],
    )
    return made[0], calls


def called_for(calls, expected):
    require(
        len(calls) == len(expected),
        f"step was called {len(calls)} times for a text that needs "
        f"{len(expected)} calls.",
    )
    for number, (call, right) in enumerate(
        zip(calls, expected, strict=True), start=1
    ):
        require(
            call[0] == right[0],
            f"call {number} of step got the symbol {call[0]}, not {right[0]}.",
        )
        require(
            call[1] == right[1],
            f"call {number} of step got another state than the last call "
            "returned; the first gets None.",
        )


@case(
    "the text is what was drawn, fed back with its state, without start and stop"
)
def loop(learner):
    made, calls = one_text(learner, certain([0, 2, 3, 2, 1, 4], 5))
    assert_equal(made, [2, 3, 2, 1])
    expected = [(0, None), (2, 0), (3, 2), (2, 3), (1, 2)]
    called_for(calls, expected)


@case("a text ends at its greatest length, and may be empty")
def lengths(learner):
    endless = certain([0, 2, 2, 2], 5)
    made, calls = one_text(learner, endless, most=6)
    assert_equal(made, [2] * 6)
    called_for(calls, [(0, None), (2, 0)] + [(2, 2)] * 4)
    made, calls = one_text(learner, endless, most=0)
    assert_equal(made, [])
    called_for(calls, [])
    assert_equal(one_text(learner, certain([0, 4], 5))[0], [])


@case(
    "where a text ends is drawn, at the temperature and from the best that were asked for"
)
def ends(learner, rng):
    table = np.zeros((3, 3, 3)) + np.array([-1.0, 0.2, 0.6])
    for temperature, top_k in ((1.0, None), (0.5, None), (1.0, 2)):
        made, _ = text(
            learner,
            table=table,
            start=0,
            stop=2,
            most=1,
            temperature=temperature,
            top_k=top_k,
            seed=int(rng.integers(1 << 31)),
            count=400,
        )
        first = [2 if not one else one[0] for one in made]
        counts = np.bincount(first, minlength=3)
        assert_frequencies(counts, shares(table[0, 0], temperature, top_k))


@case("the same generator state gives the same draws")
def repeatable(learner, rng):
    seed = int(rng.integers(1 << 31))
    one, two = (
        drawn(
            learner,
            logits=LOGITS,
            temperature=1.0,
            top_k=None,
            count=40,
            seed=seed,
        )
        for _ in range(2)
    )
    if one != two:
        raise CheckFailed("two generators with one seed gave different draws")
    require(len(set(one)) > 1, "forty draws gave one symbol.", one[0])
