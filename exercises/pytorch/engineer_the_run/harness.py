"""Checks for pytorch/engineer_the_run. Oracles: loops, and labels unseen."""

import numpy as np
import torch

from tutor.datasets import digits
from tutor.harness import (
    assert_close,
    assert_equal,
    assert_untouched,
    case,
    probe,
    require,
    whole,
)

DATA = digits()
IMAGES, LABELS = DATA.images.astype(np.float32), DATA.labels
FLAT = DATA.images.reshape(-1, 64)
GATE = 0.98


@probe
def shifted(module, images, dx, dy):
    """Return the shifted images, and whether the given ones stayed."""
    given = torch.tensor(images)
    out = module.shift_batch(given, torch.tensor(dx), torch.tensor(dy))
    return out.numpy(), bool(np.array_equal(given.numpy(), images))


@probe
def quick(module):
    """Return whether the shift takes a fifth of the loops' time."""
    import time

    torch.manual_seed(0)
    images = torch.rand(64, 8, 8)
    dx, dy = torch.randint(-2, 3, (2, 64))

    def loops():
        out = torch.zeros_like(images)
        for n in range(64):
            for i in range(8):
                for j in range(8):
                    row, column = i - int(dy[n]), j - int(dx[n])
                    if 0 <= row < 8 and 0 <= column < 8:
                        out[n, i, j] = images[n, row, column]

    def spent(call):
        start = time.process_time()
        call()
        return time.process_time() - start

    base = spent(loops)
    mine = min(
        spent(lambda: module.shift_batch(images, dx, dy)) for _ in range(3)
    )
    return mine <= base / 5


@probe
def journeys(module, images, labels, seed):
    """Return the states of runs: straight, half, resumed, others."""
    import os
    import random
    import tempfile

    import numpy.random as numpys

    folder = tempfile.mkdtemp(dir=".")
    images, labels = torch.tensor(images), torch.tensor(labels)

    def state_after(epochs, seed, name, resume=False):
        # Whatever the global generators are at must not matter.
        noise = len(name) + epochs + resume
        random.seed(noise)
        numpys.seed(noise)
        torch.manual_seed(noise)
        path = os.path.join(folder, name)
        model = module.run(images, labels, epochs, seed, path, resume)
        return [v.detach().numpy().copy() for v in model.state_dict().values()]

    straight = state_after(4, seed, "a")
    half = state_after(2, seed, "bb")
    end = state_after(4, seed, "bb", True)
    again = state_after(2, seed, "dddd")
    return straight, half, end, state_after(2, seed + 1, "ccc"), again


@probe
def work(module, images, labels, seed):
    """Return how often backward is called for one epoch, and for one more."""
    import os
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    images, labels = torch.tensor(images), torch.tensor(labels)
    counts, kept = [0, 0], torch.Tensor.backward

    def counted(self, *args, **kwargs):
        counts[-1] += 1
        return kept(self, *args, **kwargs)

    torch.Tensor.backward = counted
    try:
        module.run(images, labels, 1, seed, path)
        counts.reverse()
        module.run(images, labels, 2, seed, path, True)
    finally:
        torch.Tensor.backward = kept
    return counts


@probe
def predictions(module, images, labels, seed):
    """Return guesses for a batch, for its images alone, and the modes."""
    import os
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    images, labels = torch.tensor(images), torch.tensor(labels)
    model = module.run(images, labels, 1, seed, path)
    modes = []
    for mode in (False, True):
        model.train(mode)
        together = module.predict(model, images)
        modes.append(model.training)
    alone = torch.cat(
        [module.predict(model, images[k : k + 1]) for k in range(40)]
    )
    return together.numpy(), alone.numpy(), modes


@probe
def read(module, train, labels, test, seed):
    """Return the digits that a trained network reads."""
    import os
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    model = module.run(
        torch.tensor(train), torch.tensor(labels), module.EPOCHS, seed, path
    )
    return module.predict(model, torch.tensor(test)).numpy()


def by_loops(images, dx, dy):
    out = np.zeros_like(images)
    count, height, width = images.shape
    for n in range(count):
        for i in range(height):
            for j in range(width):
                row, column = i - dy[n], j - dx[n]
                if 0 <= row < height and 0 <= column < width:
                    out[n, i, j] = images[n, row, column]
    return out


def others(images, dx, dy):
    """What common mistakes give, by what to say of them."""
    count, height, width = images.shape
    ring, edge = np.zeros_like(images), np.zeros_like(images)
    for n in range(count):
        rows, columns = np.arange(height) - dy[n], np.arange(width) - dx[n]
        ring[n] = images[n][np.ix_(rows % height, columns % width)]
        rows, columns = rows.clip(0, height - 1), columns.clip(0, width - 1)
        edge[n] = images[n][np.ix_(rows, columns)]
    return {
        "what leaves an image on one side comes in on the other": ring,
        "the side where nothing arrives repeats the edge, not 0": edge,
        "the images move to the opposite side": by_loops(images, -dx, -dy),
        "dx moves the images down, and dy to the right": by_loops(
            images, dy, dx
        ),
    }


@case(
    "shift_batch moves every image by its own amount",
    height=whole(2, 6),
    width=whole(2, 6),
)
def moves(learner, rng, height, width):
    images = rng.uniform(1, 2, (7, height, width)).astype(np.float32)
    least = min(height, width)
    dx, dy = rng.integers(-least, least + 1, (2, 7))
    dx[:2], dy[:2] = (0, 1), (0, -1)
    out, kept = shifted(learner, images, dx, dy)
    for mistake, other in others(images, dx, dy).items():
        require(not np.array_equal(out, other), mistake)
    wanted = by_loops(images, dx, dy)
    assert_close(
        out, wanted, rtol=0, atol=0, dtype="float32", what="the result"
    )
    require(kept, "shift_batch changed the images it was given")


@case("shift_batch is five times faster than the loops")
def quickly(learner):
    require(
        quick(learner),
        "shift_batch takes more than a fifth of the time of the starter's "
        "loops",
    )


def nest(rng, start, end, depth):
    """Return a span and what is nested in it, and self times by name."""
    name = "abcde"[rng.integers(0, 5)]
    spans, own = [(name, start, end)], {}
    inner = end - start
    if depth and inner > 1:
        cuts = np.sort(rng.uniform(start, end, 4))
        pairs = [
            (cuts[0], cuts[1]),
            (cuts[1] if depth > 2 else cuts[2], cuts[3]),
        ]
        for low, high in pairs:
            more, theirs = nest(rng, float(low), float(high), depth - 1)
            spans += more
            inner -= high - low
            for key, value in theirs.items():
                own[key] = own.get(key, 0.0) + value
    own[name] = own.get(name, 0.0) + inner
    return spans, own


@case(
    "top_costs gives the largest self times, summed by name",
    n=whole(1, 6),
    tries=8,
)
def costs(learner, rng, n):
    spans, own = nest(rng, 0.0, 100.0, 4)
    more, theirs = nest(rng, 100.0, 130.0, 2)
    for key, value in theirs.items():
        own[key] = own.get(key, 0.0) + value
    spans = [spans[i] for i in rng.permutation(len(spans))] + more
    ranked = sorted(own.items(), key=lambda item: -item[1])[:n]
    got = learner.top_costs(spans, n)
    assert_untouched(learner)
    total = {}
    for name, start, end in spans:
        total[name] = total.get(name, 0.0) + end - start
    for name, seconds in got if type(got) is list else []:
        if own.get(name) != total.get(name):
            require(
                not np.isclose(seconds, total.get(name, -1.0)),
                f"{name!r} is given its total time: that of spans inside it "
                "is counted too",
            )
    assert_close(got, [(k, float(v)) for k, v in ranked], rtol=1e-6, atol=1e-6)


@case("top_costs gives three, or as many as there are")
def few(learner):
    spans = [
        ("a", 0.0, 1.0),
        ("b", 1.0, 9.0),
        ("c", 9.0, 11.0),
        ("d", 11.0, 15.0),
    ]
    assert_equal(
        learner.top_costs(spans), [("b", 8.0), ("d", 4.0), ("c", 2.0)]
    )
    assert_equal(learner.top_costs(spans[:1], 5), [("a", 1.0)])
    assert_equal(learner.top_costs([], 2), [])


def same(one, other):
    return len(one) == len(other) and all(map(np.array_equal, one, other))


@case("2 epochs, a stop and 2 more are 4 epochs, to the last bit")
def resumed(learner, rng):
    chosen = rng.permutation(len(LABELS))[:70]
    straight, half, end, other, again = journeys(
        learner, IMAGES[chosen], LABELS[chosen], seed(rng)
    )
    require(same(half, again), "two runs with the same seed differ")
    require(not same(half, straight), "epochs 3 and 4 change nothing")
    require(
        same(straight, end),
        "a run that is stopped after 2 epochs and resumed ends in another "
        "state than one that is not stopped",
    )
    require(not same(half, other), "two seeds gave the same network")


@case("a resumed run does only what is left to do")
def remaining(learner, rng):
    chosen = rng.permutation(len(LABELS))[:70]
    first, second = work(learner, IMAGES[chosen], LABELS[chosen], seed(rng))
    require(
        first > 0 and second == first,
        f"one epoch takes {first} steps, and the resumed run takes {second} "
        "for the one that is left",
    )


@case("an image is read alike in any batch, and the mode stays")
def alone(learner, rng):
    chosen = rng.permutation(len(LABELS))[:100]
    together, single, modes = predictions(
        learner, IMAGES[chosen], LABELS[chosen], seed(rng)
    )
    assert_equal(modes, [False, True], what="model.training after predict")
    assert_equal(single, together[:40], what="the digits, one image at a time")


def seed(rng):
    return int(rng.integers(1 << 30))


def logistic(train, test):
    """Return the held-out accuracy of one layer, by 100 full-batch steps."""
    X, truth = np.c_[FLAT / 16, np.ones(len(LABELS))], np.eye(10)[LABELS]
    W, speed = np.zeros((65, 10)), 0.0
    for _ in range(100):
        e = np.exp(X[train] @ W - (X[train] @ W).max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - X[train].T @ (p - truth[train]) / len(p)
        W = W + speed
    return float(np.mean((X[test] @ W).argmax(axis=1) == LABELS[test]))


@case("a random fifth is read, no worse than by logistic regression")
def gate(learner, rng, report):
    found, base = [], []
    for _ in range(3):
        order = rng.permutation(len(LABELS))
        test, train = order[:359], order[359:]
        guess = read(
            learner, IMAGES[train], LABELS[train], IMAGES[test], seed(rng)
        )
        found.append(float(np.mean(guess == LABELS[test])))
        base.append(logistic(train, test))
    middle = float(np.median(found))
    report.at_least("test accuracy, median of three", middle, GATE)
    report.beats("median, and logistic", middle, float(np.median(base)))
