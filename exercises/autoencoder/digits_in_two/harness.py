"""Checks for autoencoder/digits_in_two. Oracle: images and labels the learner never gets, PCA."""

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
IMAGES, LABELS = DATA.images.reshape(-1, 64) / 16, DATA.labels
HALF = len(LABELS) // 2


@probe
def trained(module, X, seed, asked):
    """Train, and return codes and images for each array, and X after."""
    model = module.train(X, seed)
    found = []
    for images in asked:
        Z = module.encode(model, images.copy())
        found.append((Z, module.decode(model, np.array(Z))))
    return found, X


def seed(rng):
    return int(rng.integers(1 << 31))


def asked(learner, X, number, *questions):
    """Return codes and images for each array, their form checked."""
    found, after = trained(learner, X=X, seed=number, asked=list(questions))
    for (Z, back), images in zip(found, questions, strict=True):
        assert_shape(Z, (len(images), 2), "what encode returns")
        assert_shape(back, images.shape, "what decode returns")
        require(
            np.isfinite(Z).all() and np.isfinite(back).all(),
            "codes or images hold inf or NaN: the weights ran away. Are the "
            "steps too large, do they lead uphill, and is each batch's "
            "gradient cleared before the next?",
        )
        require(
            back.min() >= 0 and back.max() <= 1,
            "decoded pixels must lie between 0 and 1; they run from "
            f"{back.min():.3g} to {back.max():.3g}. Are these logits?",
        )
    assert_close(after, X, what="X after training")
    return found


def error(X, back):
    return float(((X - back) ** 2).sum(axis=1).mean())


def pca(X, new):
    """Return codes of X and of new, and the error on new, with two numbers."""
    mean = X.mean(axis=0)
    V = np.linalg.svd(X - mean, full_matrices=False)[2][:2].T
    Z = (new - mean) @ V
    return (X - mean) @ V, Z, error(new, Z @ V.T + mean)


def by_neighbours(Z, labels, new, truth):
    """Return the share of codes whose five nearest have their label."""
    gaps = ((new[:, None] - Z) ** 2).sum(axis=2)
    near = labels[np.argsort(gaps, axis=1, kind="stable")[:, :5]]
    votes = (near[:, :, None] == np.arange(10)).sum(axis=1)
    return float((votes.argmax(axis=1) == truth).mean())


@case("300 images in two numbers: less is lost than PCA loses")
def few(learner, rng):
    X = IMAGES[:300]
    ((Z, back),) = asked(learner, X, seed(rng), X)
    found = error(X, back)
    constant, linear = error(X, X.mean(axis=0)), pca(X, X)[2]
    require(
        back.min() < 0.4,
        "no pixel of 300 decoded images is below 0.4, and most of the paper "
        "is white. Does one sigmoid too many stand before the loss?",
    )
    require(
        found < 1.03 * constant,
        f"the error is {found:.2f}, and answering every image with the mean "
        f"one costs only {constant:.2f}: steps lead too far, or uphill. Is "
        "each batch's gradient cleared before the next?",
    )
    require(
        Z.min() < 0,
        "no number of 300 codes is negative. Is the code bent by a ReLU? "
        "Then three quarters of the plane cannot be reached",
    )
    require(
        found < 0.95 * constant,
        f"the error is {found:.2f}, and answering every image with the mean "
        f"one costs {constant:.2f}. Is each image compared with itself, and "
        "do the codes differ at all?",
    )
    require(
        found < 1.05 * linear,
        f"the error is {found:.2f}, and that of PCA {linear:.2f}. Are there "
        "enough steps, and are they long enough?",
    )
    require(
        found < 0.9 * linear,
        f"the error is {found:.2f}, and that of PCA {linear:.2f}: hardly "
        "better than a straight code. Is there a bend in both halves?",
    )


@case("a code depends on its image alone")
def alone(learner, rng):
    X, new = IMAGES[:100], IMAGES[HALF : HALF + 20]
    together, one, two = asked(learner, X, seed(rng), new, new[:1], new[3:5])
    for part, got in ((slice(0, 1), one), (slice(3, 5), two)):
        for all_of_them, those in zip(together, got, strict=True):
            assert_close(
                those,
                all_of_them[part],
                rtol=1e-3,
                atol=1e-3,
                because="An image gets another code alone than among 20.",
            )


@case("the same seed gives the same codes, another seed others")
def seeds(learner, rng):
    X, one = IMAGES[:100], seed(rng)
    first, again, other = (
        asked(learner, X, number, X)[0][0] for number in (one, one, one + 1)
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
        "two seeds gave the same codes. Three runs of it are then one run",
    )


@case("new images: an error of 2.2 at most, 80 % named by their neighbours")
def gate(learner, rng, report):
    errors, named, linear, linear_named = [], [], [], []
    for run in (1, 2, 3):
        order = rng.permutation(len(LABELS))
        test, train = np.split(order, [len(order) // 5])
        X, new = IMAGES[train], IMAGES[test]
        (old, _), (Z, back) = asked(learner, X, seed(rng), X, new)
        errors.append(error(new, back))
        named.append(by_neighbours(old, LABELS[train], Z, LABELS[test]))
        straight, straight_new, lost = pca(X, new)
        linear.append(lost)
        linear_named.append(
            by_neighbours(straight, LABELS[train], straight_new, LABELS[test])
        )
        report.metric(f"error, run {run}", errors[-1])
        if settled([-e for e in errors], -2.2) and settled(named, 0.80):
            break  # two of three agree: the third cannot change the median
    report.metric("error of PCA", np.median(linear))
    report.metric("named by neighbours, PCA", np.median(linear_named))
    report.at_most("error", np.median(errors), 2.2)
    report.at_least("named by neighbours", np.median(named), 0.80)


def settled(values, target):
    """Return whether it is known on which side of its target the median lies."""
    reached = sum(value >= target for value in values)
    return max(reached, len(values) - reached) > 1
