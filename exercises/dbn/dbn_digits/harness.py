"""Checks for dbn/dbn_digits. Oracle: held-out labels; baselines of the same run."""

import numpy as np

from tutor.datasets import digits
from tutor.harness import (
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    require,
)

IMAGES, LABELS = digits().images / 16, digits().labels
FLAT = IMAGES.reshape(-1, 64)


def seed(rng):
    return int(rng.integers(1 << 30))


def checked(stack):
    """Return a stack whose form is as promised."""
    require(
        type(stack) in (list, tuple) and len(stack) >= 2,
        "pretrain must return a list of at least two layers.",
    )
    width = 64
    for layer in stack:
        require(
            type(layer) in (list, tuple) and len(layer) == 3,
            "each layer must be (W, b, c).",
        )
        W, b, c = layer
        require(
            isinstance(W, np.ndarray) and W.ndim == 2 and len(W) == width,
            f"a layer above {width} units must have W of {width} rows.",
        )
        assert_shape(b, (width,), "b")
        width = W.shape[1]
        assert_shape(c, (width,), "c")
    return [tuple(layer) for layer in stack]


def small(rng):
    """Return a random stack, as the contract's third target describes it."""
    return random_like([np.zeros((64, 12)), np.zeros((12, 9))], rng)


def random_like(weights, rng):
    return [
        (
            rng.normal(0, len(W) ** -0.5, W.shape),
            np.zeros(W.shape[0]),
            np.zeros(W.shape[1]),
        )
        for W in weights
    ]


@case("pretrain gives a stack of two layers or more", tries=1)
def form(learner, rng):
    checked(learner.pretrain(FLAT[:120], seed(rng)))
    assert_untouched(learner)


@case("fine-tuning leaves stack, pictures and labels alone", tries=1)
def untouched(learner, rng):
    stack = small(rng)
    model = learner.finetune(stack, FLAT[:100], LABELS[:100], seed(rng))
    assert_untouched(learner)
    assert_shape(
        learner.scores(model, FLAT[:7]), (7, 10), "what scores returns"
    )
    assert_untouched(learner)


@case("the same seed gives the same, another seed another", tries=1)
def seeds(learner, rng):
    one, stack = seed(rng), small(rng)
    first, again, other = (
        checked(learner.pretrain(FLAT[:120], s))[0][0]
        for s in (one, one, one + 1)
    )
    assert_close(again, first, because="Two runs with one seed differ.")
    require(np.abs(other - first).max() > 1e-6, "two seeds gave one stack.")
    given = stack, FLAT[:110], LABELS[:110]
    first, again, other = (
        learner.scores(learner.finetune(*given, s), FLAT[200:230])
        for s in (one, one, one + 1)
    )
    assert_close(again, first, because="Two runs with one seed differ.")
    require(np.abs(other - first).max() > 1e-6, "two seeds gave one network.")


@case("the scores of a picture depend on that picture alone", tries=1)
def alone(learner, rng):
    model = learner.finetune(small(rng), FLAT[:100], LABELS[:100], seed(rng))
    together = learner.scores(model, FLAT[100:120])
    single = learner.scores(model, FLAT[100:101])
    assert_close(single[0], together[0], what="the scores of one picture")


def shifted():
    every = [IMAGES]
    for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        framed = np.pad(IMAGES, ((0, 0), (1, 1), (1, 1)))
        every.append(framed[:, 1 - dy : 9 - dy, 1 - dx : 9 - dx])
    return np.concatenate(every).reshape(-1, 64), np.tile(LABELS, 5)


def logistic(F, y, T):
    """Return classes for T, by 200 full-batch steps on standardised F."""
    mean, spread = F.mean(axis=0), F.std(axis=0) + 0.01
    A = np.c_[(F - mean) / spread, np.ones(len(F))]
    B = np.c_[(T - mean) / spread, np.ones(len(T))]
    truth, W = np.eye(10)[y], np.zeros((A.shape[1], 10))
    rate, speed = 4 / np.linalg.norm(A.T @ A / len(A), 2), np.zeros_like(W)
    for _ in range(200):
        z = A @ W
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - rate * A.T @ (p - truth) / len(A)
        W = W + speed
    return (B @ W).argmax(axis=1)


def squash(x):
    return 0.5 * (1 + np.tanh(x / 2))


@case("two stacks give two networks", tries=1)
def from_the_stack(learner, rng):
    one = seed(rng)
    first, other = (
        learner.scores(
            learner.finetune(small(rng), FLAT[:100], LABELS[:100], one),
            FLAT[100:120],
        )
        for _ in range(2)
    )
    require(
        np.abs(first - other).max() > 1e-6,
        "two different stacks, fine-tuned with one seed, gave the same "
        "network. Does it start from the stack?",
    )


@case("300 pictures are learned from twelve random features", tries=1)
def learned(learner, rng):
    X, y = FLAT[:300], LABELS[:300]
    stack = random_like([np.zeros((64, 12))], rng)
    model = learner.finetune(stack, X, y, seed(rng))
    right = float((learner.scores(model, X).argmax(axis=1) == y).mean())
    require(
        right > 0.5,
        f"{right:.0%} of the 300 pictures it was trained on are read right, "
        "not much more than by guessing. Does each picture keep its label?",
    )
    require(
        right > 0.9,
        f"{right:.0%} of the 300 pictures it was trained on are read right. "
        "Twelve random features are not enough; does fine-tuning move them?",
    )


@case("held-out digits: features, all labels, few labels", tries=1)
def gate(learner, rng, report):
    X, y = shifted()
    order = rng.permutation(len(X))
    test, train = order[: len(X) // 5], order[len(X) // 5 :]
    stack = checked(learner.pretrain(X[train], seed(rng)))

    def share(guess):
        return float((guess == y[test]).mean())

    W, _, c = stack[0]
    F = squash(X @ W + c)
    raw = share(logistic(X[train], y[train], X[test]))
    mine = share(logistic(F[train], y[train], F[test]))
    report.metric("logistic regression on pixels", raw)
    report.metric("logistic regression on your features", mine)

    def tuned(start, rows, with_seed):
        model = learner.finetune(start, X[rows], y[rows], with_seed)
        return share(learner.scores(model, X[test]).argmax(axis=1))

    one = seed(rng)
    few = tuned(stack, train[:300], one)
    plain = tuned(random_like([W for W, _, _ in stack], rng), train[:300], one)
    report.metric("300 labels", few)
    report.metric("300 labels, random start", plain)
    report.at_least("lead of your features over pixels", mine - raw, 0.06)
    report.at_least("lead at 300 labels", few - plain, 0.08)
    report.at_least("all labels", tuned(stack, train, one), 0.95)
