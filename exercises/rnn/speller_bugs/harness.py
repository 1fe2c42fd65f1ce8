"""Checks for rnn/speller_bugs. Oracle: one symbol, one lane, one row at a time."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_untouched,
    built,
    case,
    normal,
    number,
    probe,
    require,
    uniform,
)

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
PLANTED = {
    "batch": "end left out",
    "mean_loss": "sound",
    "last_states": "pads read",
    "lanes": "order lost",
    "carry": "part forgotten",
    "sharpen": "no effect",
}
KINDS = {*PLANTED.values(), "future read", "wrong divisor", "strangers mixed"}


@built("N", "L")
def words(rng, sizes):
    """Return names of different lengths, one of a single letter."""
    lengths = [1, *rng.integers(1, sizes["L"] + 1, sizes["N"])]
    return [
        "".join(rng.choice(list(SYMBOLS[1:]), length).tolist())
        for length in lengths
    ]


@case(
    "batch: inputs begin with the boundary, targets are shifted, ends count",
    names=words,
    sizes={"N": (1, 4), "L": (1, 6)},
    tries=5,
)
def batches(learner, names):
    got = learner.batch(names)
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "batch must return inputs, targets and lengths.",
        got,
    )
    wide = max(len(name) for name in names) + 1
    rows = [("." + name, name + ".", len(name) + 1) for name in names]
    codes = [
        [
            [SYMBOLS.index(s) for s in row[part].ljust(wide, ".")]
            for row in rows
        ]
        for part in (0, 1)
    ]
    lengths = np.array([row[2] for row in rows])
    for one, other, name in zip(
        map(np.asarray, got),
        (*map(np.array, codes), lengths),
        ("inputs", "targets", "lengths"),
        strict=True,
    ):
        require(one.dtype.kind in "iu", f"{name} must be integers.", one)
        assert_equal(one.tolist(), other.tolist(), what=name)


@built("N", "T", "U")
def padded(rng, sizes):
    """Return lengths, losses and states whose pads hold anything."""
    N, T = sizes["N"], sizes["T"]
    lengths = rng.integers(1, T + 1, N)
    lengths[0], lengths[-1] = T, 1
    losses, H = rng.uniform(1, 3, (N, T)), rng.normal(size=(N, T, sizes["U"]))
    pads = np.arange(T) >= lengths[:, None]
    losses[pads] = rng.choice([np.nan, 1e9], pads.sum())
    return lengths, losses, H


SIZES = {"N": (2, 4), "T": (3, 5), "U": (1, 3)}


@case(
    "mean_loss is the mean over real places", data=padded, sizes=SIZES, tries=4
)
def means(learner, data):
    lengths, losses, _ = data
    real = [
        float(losses[n, t])
        for n, length in enumerate(lengths)
        for t in range(length)
    ]
    got = learner.mean_loss(losses, lengths)
    assert_close(got, math.fsum(real) / len(real))
    assert_untouched(learner)


@case(
    "last_states are those after the last real symbol",
    data=padded,
    sizes=SIZES,
    tries=4,
)
def lasts(learner, data):
    lengths, _, H = data
    expected = [H[n, length - 1].tolist() for n, length in enumerate(lengths)]
    assert_close(learner.last_states(H, lengths), np.array(expected))
    assert_untouched(learner)


@built("N", "T", "R")
def streams(rng, sizes):
    """Return a stream and the shape of its lanes, which is never square."""
    N, T = sizes["N"], sizes["T"]
    rest = sizes["R"] % N
    T += N == T
    return rng.integers(0, 27, N * T + rest), N, T


@case(
    "each lane is one piece of the stream, in order",
    data=streams,
    sizes={"N": (1, 4), "T": (2, 5), "R": (0, 3)},
    tries=5,
)
def pieces(learner, data):
    stream, N, T = data
    got = np.asarray(learner.lanes(stream, N))
    text = stream.tolist()
    assert_equal(got.tolist(), [text[n * T : (n + 1) * T] for n in range(N)])
    assert_untouched(learner)


@case(
    "carry wipes state and cell of fresh lanes, and of no others",
    h=array("N", "U", of=normal()),
    c=array("N", "U", of=normal()),
    sizes={"N": (3, 4), "U": (1, 3)},
    tries=4,
)
def carried(learner, h, c, rng):
    fresh = np.zeros(len(h), dtype=bool)
    fresh[rng.integers(len(h))] = True
    got = learner.carry(h, c, fresh)
    assert_untouched(learner)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "carry must return state and cell.",
        got,
    )
    for one, other, name in zip(got, (h, c), ("state", "cell"), strict=True):
        wanted = [
            [0.0] * len(row) if new else row.tolist()
            for row, new in zip(other, fresh, strict=True)
        ]
        assert_close(one, np.array(wanted), what=f"the {name}")


@case(
    "sharpen is the softmax of logits divided by the temperature",
    logits=array("N", "V", of=uniform(-3, 3)),
    temperature=number(0.2, 4),
    sizes={"N": (1, 3), "V": (2, 5)},
    tries=6,
)
def sharpened(learner, logits, temperature):
    far = 1000.0 * (np.arange(len(logits)) % 3 - 1)[:, None]
    apart = 1000.0 * (np.arange(logits.shape[1]) == 1)
    for shift in (0.0, 1000.0, far, apart):
        z = logits + shift
        rows = []
        for row in z.tolist():
            top = max(row)
            weights = [math.exp((v - top) / temperature) for v in row]
            rows.append([w / math.fsum(weights) for w in weights])
        assert_close(learner.sharpen(z, temperature), np.array(rows))
    assert_untouched(learner)


@probe
def found(module):
    return getattr(module, "FOUND", None)


@case("FOUND names what each function had, or that it was sound")
def named(learner):
    kinds = found(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED) + ".",
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] must be one of the kinds of the task.",
            kind,
        )
        require(
            kind == PLANTED[name],
            f"{name} was not {kind!r} in the starter. Call it with a small "
            "input whose answer you know.",
        )
