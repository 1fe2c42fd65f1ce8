"""Checks for cnn/digits_cnn. Oracle: labels that the learner never gets."""

import numpy as np

from tutor.datasets import digits
from tutor.harness import (
    assert_close,
    assert_shape,
    case,
    probe,
    require,
)

DATA = digits()
IMAGES, LABELS = DATA.images, DATA.labels
HALF = len(LABELS) // 2


@probe
def anatomy(module, count):
    """Return logits of a new network, its size, and its convolutions."""
    import torch

    torch.manual_seed(0)
    net = module.Net()
    y = net(torch.rand(count, 1, 8, 8))
    convolutions = sum(isinstance(m, torch.nn.Conv2d) for m in net.modules())
    return (
        y.detach().numpy(),
        sum(p.numel() for p in net.parameters()),
        convolutions,
    )


@probe
def trained(module, X, y, seed, asked):
    """Train, and return the scores for each array of images, and X and y after."""
    net = module.train(X, y, seed)
    return [module.scores(net, images) for images in asked], X, y


def seed(rng):
    return int(rng.integers(1 << 31))


def asked(learner, X, y, number, *questions):
    """Return the logits for each array of images, their form checked."""
    found, _, _ = trained(
        learner, X=X, y=y, seed=number, asked=list(questions)
    )
    for z, images in zip(found, questions, strict=True):
        assert_shape(z, (len(images), 10), "what scores returns")
        require(
            np.isfinite(z).all(),
            "the scores hold inf or NaN: the weights ran away. Are the steps "
            "too large, or do they lead uphill?",
        )
    return found


def share_right(z, y):
    return float(np.mean(z.argmax(axis=1) == y))


def mean_loss(z, y):
    z = z.astype(float)
    e = z - z.max(axis=1, keepdims=True)
    return float(
        np.mean(np.log(np.exp(e).sum(axis=1)) - e[np.arange(len(y)), y])
    )


def moved(images, by):
    """Return images moved across by `by` pixels; paper moves in."""
    framed = np.pad(images, ((0, 0), (0, 0), (1, 1)))
    return framed[:, :, 1 - by : 9 - by]


@case("the network: ten logits, a convolution, fewer than 40,000 parameters")
def network(learner):
    z, size, convolutions = anatomy(learner, count=5)
    assert_shape(z, (5, 10), "what Net returns for five images")
    require(convolutions > 0, "Net has no nn.Conv2d")
    require(0 < size < 40_000, f"Net has {size:,} parameters")


@case("300 images can be learned, and are read when they move by a pixel")
def few(learner, rng):
    X, y = IMAGES[:300], LABELS[:300]
    z, left, to_right = asked(
        learner, X, y, seed(rng), X, moved(X, -1), moved(X, 1)
    )
    accuracy, loss = share_right(z, y), mean_loss(z, y)
    require(
        loss < 1000,
        f"after training, the loss on the same images is {loss:.3g}: the "
        "weights ran away. Are the steps too large, do they lead uphill, and "
        "is each batch's gradient cleared before the next?",
    )
    require(
        loss < 5,
        f"after training, the loss on the same images is {loss:.3g}, and "
        "guessing costs 2.3: the network is sure and wrong. Does scores scale "
        "images as train does?",
    )
    require(
        accuracy > 0.3,
        f"after training, {accuracy:.0%} of the same images are read right, "
        "hardly more than by guessing. Does each image keep its label?",
    )
    require(
        accuracy > 0.95,
        f"only {accuracy:.1%} of the 300 images it was trained on are read "
        "right. Are there enough steps, and is scores in eval mode?",
    )
    aside = (share_right(left, y) + share_right(to_right, y)) / 2
    require(
        aside > 0.8,
        f"moved by a pixel, {aside:.1%} of the same 300 images are read "
        "right. Has the network ever seen a moved one?",
    )


@case("images and labels stay as they were, and an image is judged alone")
def alone(learner, rng):
    X, y = IMAGES[:100], LABELS[:100]
    new = IMAGES[HALF : HALF + 20]
    found, X_after, y_after = trained(
        learner, X=X, y=y, seed=seed(rng), asked=[new, new[:1], new[3:5]]
    )
    assert_close(X_after, X, what="X after training")
    assert_close(y_after, y, what="y after training")
    together, one, two = found
    for part, got in ((slice(0, 1), one), (slice(3, 5), two)):
        assert_close(
            got,
            together[part],
            rtol=1e-3,
            atol=1e-3,
            because="An image scores differently alone than among 20.",
        )


@case("the same seed gives the same network, another seed another one")
def seeds(learner, rng):
    X, y, one = IMAGES[:100], LABELS[:100], seed(rng)
    first, again, other = (
        asked(learner, X, y, number, X)[0] for number in (one, one, one + 1)
    )
    assert_close(
        again,
        first,
        rtol=1e-3,
        atol=1e-3,
        because="Two runs with one seed differ. Seed torch, and every other "
        "generator you draw from, at the start of train.",
    )
    require(
        np.abs(other - first).max() > 1e-2,
        "two seeds gave the same network. Three runs of it are then one run",
    )


@case("97.5 % of new images are read right, and 96 % of them moved by a pixel")
def gate(learner, rng, report):
    right, aside, plain, plain_aside = [], [], [], []
    for run in (1, 2, 3):
        order = rng.permutation(len(LABELS))
        test, train = np.split(order, [len(order) // 5])
        X, y = IMAGES[test], LABELS[test]
        z, left, to_right = asked(
            learner, IMAGES[train], LABELS[train], seed(rng),
            X, moved(X, -1), moved(X, 1),
        )  # fmt: skip
        right.append(share_right(z, y))
        aside.append((share_right(left, y) + share_right(to_right, y)) / 2)
        W = logistic(train)
        plain.append(share_right(by_logistic(W, X), y))
        plain_aside.append(share_right(by_logistic(W, moved(X, 1)), y))
        report.metric(f"held-out accuracy, run {run}", right[-1])
        if settled(right, 0.975) and settled(aside, 0.96):
            break  # two of three agree: the third cannot change the median
    report.metric("logistic regression", np.median(plain))
    report.metric("logistic regression, moved", np.median(plain_aside))
    report.at_least("held-out accuracy", np.median(right), 0.975)
    report.at_least("held-out accuracy, moved", np.median(aside), 0.96)
    (z,) = asked(
        learner, IMAGES[:HALF], LABELS[:HALF], seed(rng), IMAGES[HALF:]
    )
    report.metric("hands it has never seen", share_right(z, LABELS[HALF:]))


def settled(values, target):
    """Return whether it is known on which side of its target the median lies."""
    reached = sum(value >= target for value in values)
    return max(reached, len(values) - reached) > 1


def logistic(train):
    """Return the weights of one layer, by 100 full-batch steps."""
    X, truth = flat(IMAGES[train]), np.eye(10)[LABELS[train]]
    W, speed = np.zeros((65, 10)), 0.0
    for _ in range(100):
        e = np.exp(X @ W)
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - X.T @ (p - truth) / len(p)
        W = W + speed
    return W


def flat(images):
    return np.c_[images.reshape(-1, 64) / 16, np.ones(len(images))]


def by_logistic(W, images):
    return flat(images) @ W
