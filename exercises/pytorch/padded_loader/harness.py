"""Checks for pytorch/padded_loader. Oracle: Python lists."""

import numpy as np
import torch

from tutor.harness import (
    assert_close,
    assert_equal,
    built,
    case,
    probe,
    require,
    whole,
)


@probe
def data_facts(module, sequences, labels):
    """Return kind and length of a data set, and every sample, twice."""
    data = module.Sequences(sequences, labels)
    kind = isinstance(data, torch.utils.data.Dataset)
    rounds = [
        [(type(y).__name__, x, y) for x, y in (data[i] for i in range(n))]
        for n in (len(data), len(data))
    ]
    return kind, len(data), rounds


@probe
def made_batch(module, sequences, labels):
    """Return what collate makes of these samples, and the samples after."""
    batch = [
        (torch.tensor(tokens), label)
        for tokens, label in zip(sequences, labels, strict=True)
    ]
    result = module.collate(batch)
    return result, [tokens.tolist() for tokens, _ in batch]


@probe
def epochs(module, sequences, labels, size, training, seed, count, noise):
    """Return the batches of some epochs, and whether chance stayed global."""
    import random

    import numpy.random as numpys

    random.seed(noise)
    numpys.seed(noise)
    torch.manual_seed(noise)

    def state():
        return (
            random.getstate(),
            numpys.get_state()[1].tolist(),
            torch.get_rng_state().tolist(),
        )

    before = state()
    data = module.Sequences(sequences, labels)
    loader = module.make_loader(data, size, training=training, seed=seed)
    kind = isinstance(loader, torch.utils.data.DataLoader)
    rounds, untouched = [], True
    for number in range(count):
        rounds.append([[part.tolist() for part in batch] for batch in loader])
        untouched = untouched and state() == before
        if noise and number == 0:
            torch.rand(5)
            module.make_loader(data, size, training=training, seed=seed + 7)
            before = state()
    return {"loader": kind, "epochs": rounds, "untouched": untouched}


@built("N")
def sequences(rng, sizes):
    """Sequences of very different lengths."""
    return [
        rng.integers(1, 50, rng.integers(1, 7)).tolist()
        for _ in range(sizes["N"])
    ]


def labels_of(sequences):
    return [(7 * sum(s) + len(s)) % 3 for s in sequences]


def padded(sequences):
    width = max(map(len, sequences))
    return [s + [0] * (width - len(s)) for s in sequences]


def many():
    """Eleven sequences, no two alike."""
    found = [[k + 1] * (1 + k * k % 5) for k in range(11)]
    return found, labels_of(found)


@case("the data set gives tensors and ints", data=sequences, tries=5)
def samples(learner, data):
    labels = labels_of(data)
    kind, length, rounds = data_facts(learner, data, labels)
    require(kind, "Sequences must be a torch.utils.data.Dataset")
    assert_equal(length, len(data), what="len(data)")
    for found in rounds:
        for (name, x, y), tokens, label in zip(
            found, data, labels, strict=True
        ):
            wanted = np.array(tokens)
            require(hasattr(x, "numpy"), "tokens must be a tensor", x)
            assert_close(x.numpy(), wanted, dtype="int64", what="tokens")
            assert_equal(name, "int", what="the type of the label")
            assert_equal(y, label, what="the label")


@case(
    "collate pads on the right, to the longest of the batch",
    data=sequences,
    sizes={"N": (1, 6)},
)
def batches(learner, data):
    labels = labels_of(data)
    result, after = made_batch(learner, data, labels)
    require(
        type(result) in (tuple, list)
        and len(result) == 3
        and all(hasattr(part, "numpy") for part in result),
        "collate must return three tensors (x, lengths, y)",
        result,
    )
    wanted = padded(data), [len(s) for s in data], labels
    for part, expected, name in zip(
        result, wanted, ("x", "lengths", "y"), strict=True
    ):
        assert_close(
            part.numpy(), np.array(expected), dtype="int64", what=name
        )
    assert_equal(after, data, what="the samples afterwards")


@case("one token alone, and one long beside one short")
def extremes(learner):
    for data in ([[4]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3]], [[5], [6]]):
        (x, lengths, _), _ = made_batch(learner, data, [2] * len(data))
        assert_equal(x.tolist(), padded(data), what="x")
        assert_equal(lengths.tolist(), [len(s) for s in data])


@case(
    "every sample comes once per epoch, the last batch too", size=whole(1, 13)
)
def complete(learner, size):
    data, labels = many()
    for training in (False, True):
        seen = epochs(learner, data, labels, size, training, 3, 2, 0)
        require(seen["loader"], "make_loader must return a DataLoader")
        for batches in seen["epochs"]:
            counts = [len(x) for x, _, _ in batches]
            full, rest = divmod(len(data), size)
            wanted = [size] * full + [rest] * (rest > 0)
            assert_equal(counts, wanted, what="the sizes of the batches")
            firsts = [row[0] for x, _, _ in batches for row in x]
            assert_equal(
                sorted(firsts),
                list(range(1, 12)),
                what="the first tokens of all rows, sorted",
            )


@case("in evaluation the order is that of the data")
def in_order(learner):
    data, labels = many()
    seen = epochs(learner, data, labels, 4, False, 5, 3, 0)
    wanted = [
        [
            padded(data[k : k + 4]),
            list(map(len, data[k : k + 4])),
            labels[k : k + 4],
        ]
        for k in range(0, len(data), 4)
    ]
    for batches in seen["epochs"]:
        assert_equal(batches, wanted, what="the batches of an epoch")


def order_of(batches):
    return [row[0] for x, _, _ in batches for row in x]


@case("in training every epoch has a new order", seed=whole(0, 9999), tries=3)
def shuffled(learner, seed):
    # 11! orders: that two agree by chance happens once in 40 million.
    data, labels = many()
    seen = epochs(learner, data, labels, 4, True, seed, 3, 0)
    orders = [order_of(batches) for batches in seen["epochs"]]
    require(list(range(1, 12)) not in orders, "the order is not random")
    require(
        len({tuple(order) for order in orders}) == 3,
        "two epochs came in the same order",
        orders,
    )
    for batches in seen["epochs"]:
        for x, lengths, y in batches:
            rows = [data[row[0] - 1] for row in x]
            assert_equal(x, padded(rows), what="a batch of the epoch")
            assert_equal(lengths, list(map(len, rows)), what="lengths")
            assert_equal(y, labels_of(rows), what="the labels of a batch")


@case("the seed alone decides the orders", seed=whole(0, 9999), tries=3)
def seeded(learner, seed):
    data, labels = many()
    runs = [
        [
            order_of(batches)
            for batches in epochs(
                learner, data, labels, 4, True, own, 3, noise
            )["epochs"]
        ]
        for own, noise in ((seed, 0), (seed, 17), (seed + 1, 0))
    ]
    require(
        runs[0] == runs[1],
        "the same seed gave other orders, after other draws and another "
        "loader elsewhere",
        runs[:2],
    )
    require(runs[0] != runs[2], "two seeds gave the same orders", runs[0])


@case("the global generators stay as they were")
def apart(learner):
    data, labels = many()
    for training in (True, False):
        seen = epochs(learner, data, labels, 4, training, 1, 2, 5)
        word = "training" if training else "evaluation"
        require(
            seen["untouched"],
            f"making or reading a loader for {word} changed a global "
            "generator",
        )
