"""Checks for ann/digits_mlp. Oracle: labels that the learner never gets."""

import numpy as np

from tutor.datasets import digits
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    probe,
    require,
)

DATA = digits()
IMAGES, LABELS = DATA.images.reshape(-1, 64), DATA.labels
HALF = len(LABELS) // 2
FEW = 300
CHANCE = np.log(10)


@probe
def initialise(module, sizes, seed):
    return module.initialise(sizes, np.random.default_rng(seed))


@case("initialise gives (W, b) per layer, and no two hidden units start alike")
def start(learner, rng):
    for sizes in ((64, 32, 10), (5, 7, 4, 3)):
        params = parameters(learner, sizes, rng)
        for W, b in params[:-1]:
            kinds = np.unique(np.vstack([W, b]).round(12), axis=1).shape[1]
            require(
                kinds == W.shape[1],
                f"the {W.shape[1]} hidden units of a layer start as only "
                f"{kinds} different ones. Units that start alike get the same "
                "gradient and stay alike",
                got=W,
            )


@case("before training the loss is near log 10, that of knowing nothing")
def first_loss(learner, rng):
    params = parameters(learner, (64, 128, 10), rng)
    loss = mean_loss(forward(params, IMAGES[:HALF] / 16), LABELS[:HALF])
    require(
        loss < CHANCE + 1,
        "with the weights of initialise and pixels between 0 and 1, the loss "
        f"is {loss:.3g}, and log 10 is {CHANCE:.3g}. The network is sure of "
        "its answers before it has seen any: its first weights are too large",
    )


@case(f"{FEW} images can be learned")
def few(learner, rng):
    X, y = IMAGES[:FEW], LABELS[:FEW]
    model = learner.train(X, y, seed(rng))
    z = logits_of(learner, model, X)
    loss, accuracy = mean_loss(z, y), share_right(z, y)
    found = f"after training, the loss on the same images is {loss:.3g}"
    require(
        np.isfinite(z).all(),
        "the scores hold inf or NaN: the weights ran away. Are the steps too "
        "large, or do they lead uphill?",
    )
    require(
        loss < 2 * CHANCE,
        f"{found}; guessing costs {CHANCE:.3g}. Do the steps lead downhill, "
        "are they small enough, and is softmax applied once?",
    )
    require(
        accuracy > 0.3,
        f"{found} and {accuracy:.0%} are read right, hardly more than by "
        "guessing. Does each image keep its label, and do new weights reach "
        "the network?",
    )
    require(
        accuracy > 0.95,
        f"only {accuracy:.1%} of the images it was trained on are read right. "
        "Does every epoch run, and are there enough of them?",
    )


@case("training and scoring leave images and labels as they were")
def untouched(learner, rng):
    model = learner.train(IMAGES[:100], LABELS[:100], seed(rng))
    assert_untouched(learner)
    learner.scores(model, IMAGES[:100])
    assert_untouched(learner)


@case("the same seed gives the same network, another seed another one")
def seeds(learner, rng):
    X, y, one = IMAGES[:100], LABELS[:100], seed(rng)
    first, again, other = (
        logits_of(learner, learner.train(X, y, number), X)
        for number in (one, one, one + 1)
    )
    assert_close(
        again,
        first,
        because="Two runs with one seed differ. Draw every random number from "
        "one generator made from that seed.",
    )
    require(
        np.abs(other - first).max() > 1e-3,
        "two seeds gave the same network. Three runs of it are then one run, "
        "and say nothing about luck",
    )


@case("the scores of an image depend on that image alone")
def alone(learner, rng):
    model = learner.train(IMAGES[:100], LABELS[:100], seed(rng))
    X = IMAGES[HALF : HALF + 20]
    together = logits_of(learner, model, X)
    for i in range(3):
        assert_close(
            logits_of(learner, model, X[i : i + 1])[0],
            together[i],
            because=f"Image {i} scores differently alone than among 20. Scale "
            "it by the numbers of the training images.",
        )


@case("the second half: 94 % read right, and more than without a hidden layer")
def gate(learner, rng, report):
    train, test = slice(None, HALF), slice(HALF, None)
    report.metric("logistic regression", logistic(train, test))
    seen, new = [], []
    for run in (1, 2, 3):
        model = learner.train(IMAGES[train], LABELS[train], seed(rng))
        seen.append(accuracy_on(train, learner, model))
        new.append(accuracy_on(test, learner, model))
        report.metric(f"held-out accuracy, run {run}", new[-1])
    report.metric("training accuracy", np.median(seen))
    report.at_least("held-out accuracy", np.median(new), 0.94)
    report.at_least(
        "lead over logistic regression",
        np.median(new) - report.metrics["logistic regression"],
        0.0,
    )
    report.metric("shuffled 80/20 (aim 0.98)", shuffled(learner, rng))


def seed(rng):
    return int(rng.integers(1 << 31))


def parameters(learner, sizes, rng):
    """Return what the learner's initialise gives, its shapes checked."""
    params = initialise(learner, sizes, seed(rng))
    layers = len(sizes) - 1
    if type(params) not in (list, tuple) or len(params) != layers:
        raise CheckFailed(
            f"initialise({sizes}) must return a list of {layers} pairs (W, b)"
        )
    for i, layer in enumerate(params):
        if type(layer) not in (list, tuple) or len(layer) != 2:
            raise CheckFailed(
                f"initialise({sizes})[{i}] must be a pair (W, b)"
            )
        assert_shape(layer[0], sizes[i : i + 2], f"W of layer {i}")
        assert_shape(layer[1], sizes[i + 1 : i + 2], f"b of layer {i}")
    return params


def logits_of(learner, model, X):
    z = learner.scores(model, X)
    assert_shape(z, (len(X), 10), "what scores returns")
    return z


def forward(params, X):
    for W, b in params[:-1]:
        X = np.maximum(X @ W + b, 0)
    return X @ params[-1][0] + params[-1][1]


def mean_loss(z, y):
    with np.errstate(all="ignore"):
        e = z - z.max(axis=1, keepdims=True)
        return float(
            np.mean(np.log(np.exp(e).sum(axis=1)) - e[np.arange(len(y)), y])
        )


def share_right(z, y):
    return float(np.mean(z.argmax(axis=1) == y))


def accuracy_on(part, learner, model):
    return share_right(logits_of(learner, model, IMAGES[part]), LABELS[part])


def logistic(train, test):
    """Return the held-out accuracy of one layer, by 100 full-batch steps."""
    X, truth = np.c_[IMAGES / 16, np.ones(len(LABELS))], np.eye(10)[LABELS]
    W, speed = np.zeros((65, 10)), 0.0
    for _ in range(100):
        e = np.exp(X[train] @ W - (X[train] @ W).max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - X[train].T @ (p - truth[train]) / len(p)
        W = W + speed
    return share_right(X[test] @ W, LABELS[test])


def shuffled(learner, rng):
    """Return the accuracy on a fifth drawn at random: no new hands."""
    order = rng.permutation(len(LABELS))
    test, train = order[: len(order) // 5], order[len(order) // 5 :]
    model = learner.train(IMAGES[train], LABELS[train], seed(rng))
    return accuracy_on(test, learner, model)
