"""Checks for gan/digits_gan. Oracle: a network that reads digits, trained by the judge."""

import numpy as np

from tutor.datasets import digits
from tutor.harness import assert_close, assert_contract, case, probe, require

DATA = digits()
IMAGES, LABELS = DATA.images, DATA.labels
ORDERS = np.arange(1000) % 10


@probe
def trained(module, X, y, seed, steps, orders):
    """Train, draw for each (labels, seed) of orders; return them, and X and y after.

    Without `steps` the learner's own number is taken.
    """
    more = {} if steps is None else {"steps": steps}
    G = module.train(X, y, seed, **more)
    return [module.draw(G, labels, s) for labels, s in orders], X, y


def seed(rng):
    return int(rng.integers(1 << 31))


def drawn(learner, rng, steps, *orders, X=IMAGES, y=LABELS, number=None):
    """Return the pictures for each (labels, seed), their form checked."""
    number = seed(rng) if number is None else number
    found, X_after, y_after = trained(
        learner, X=X, y=y, seed=number, steps=steps, orders=list(orders)
    )
    assert_close(X_after, X, what="X after training")
    assert_close(y_after, y, what="y after training")
    for made, (labels, _) in zip(found, orders, strict=True):
        what = "what draw returns"
        assert_contract(made, (len(labels), 8, 8), "float64", what=what)
        require(
            made.min() >= 0 and made.max() <= 16,
            "ink must lie between 0 and 16.",
        )
    return found


@case("pictures of 8 by 8, ink from 0 to 16; the data stay as they were")
def form(learner, rng):
    few = {"X": IMAGES[:100], "y": LABELS[:100]}
    drawn(learner, rng, 5, (np.array([3, 3, 7]), 1), (np.array([0]), 2), **few)


@case("seeds decide what is trained and what is drawn")
def seeds(learner, rng):
    few = {"X": IMAGES[:200], "y": LABELS[:200]}
    labels, one = np.arange(10), seed(rng)
    orders = (labels, 5), (labels, 5), (labels, 6)
    first, same, drawn_anew = drawn(
        learner, rng, 10, *orders, number=one, **few
    )
    (again,) = drawn(learner, rng, 10, (labels, 5), number=one, **few)
    (other,) = drawn(learner, rng, 10, (labels, 5), number=one + 1, **few)
    because = "Drawn twice with one seed, the pictures differ."
    assert_close(same, first, rtol=1e-3, atol=1e-3, because=because)
    because = "Two trainings with one seed differ."
    assert_close(again, first, rtol=1e-3, atol=1e-3, because=because)
    require(
        np.abs(drawn_anew - first).max() > 1e-3,
        "two seeds of draw gave the same pictures.",
    )
    require(
        np.abs(other - first).max() > 1e-3,
        "two seeds of train gave the same generator.",
    )


@case("pictures of one digit differ, and are new")
def varied(learner, rng):
    for steps in (0, 30):
        (made,) = drawn(learner, rng, steps, (np.full(20, 4), 1))
        different(made)
        new(made)


@case("a training of 30 steps changes the pictures")
def moved(learner, rng):
    labels, number = np.arange(10), seed(rng)
    before, after = (
        drawn(learner, rng, steps, (labels, 1), number=number)[0]
        for steps in (0, 30)
    )
    require(
        np.abs(after - before).max() > 1e-3,
        "after 30 steps the pictures are those of before training.",
    )


def different(fours):
    """Require that pictures of a 4 differ from each other."""
    gaps = np.abs(fours[:, None] - fours).max(axis=(2, 3))
    require(
        gaps[np.triu_indices(len(fours), 1)].min() > 1e-4,
        "some pictures of a 4 are the same picture.",
    )


def reader():
    """Return weights of a network that reads digits: 64 features, ten logits."""
    rng = np.random.default_rng(0)
    X, truth = flat(IMAGES), np.eye(10)[LABELS]
    layers = [rng.normal(0, 64**-0.5, (64, 64)), np.zeros(64)]
    layers += [rng.normal(0, 64**-0.5, (64, 10)), np.zeros(10)]
    speeds = [np.zeros_like(part) for part in layers]
    for epoch in range(30):
        rate = 0.1 * (1 - epoch / 30)
        for rows in np.array_split(rng.permutation(len(X)), 56):
            x = X[rows] + rng.normal(0, 0.1, (len(rows), 64))
            W, b, V, c = layers
            a = np.maximum(x @ W + b, 0)
            z = a @ V + c
            e = np.exp(z - z.max(axis=1, keepdims=True))
            d = (e / e.sum(axis=1, keepdims=True) - truth[rows]) / len(rows)
            back = (d @ V.T) * (a > 0)
            slopes = x.T @ back, back.sum(axis=0), a.T @ d, d.sum(axis=0)
            for part, speed, slope in zip(layers, speeds, slopes, strict=True):
                speed *= 0.9
                speed -= rate * slope
                part += speed
    return layers


def flat(images):
    return images.reshape(-1, 64) / 16


def read(layers, images):
    """Return features (N, 64) and the digits that are read."""
    W, b, V, c = layers
    features = np.maximum(flat(images) @ W + b, 0)
    return features, (features @ V + c).argmax(axis=1)


def distance(a, b):
    """Return the squared Fréchet distance of two clouds of features."""
    Sa, Sb = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    roots = np.linalg.eigvals(Sa @ Sb).real.clip(0)
    shift = a.mean(axis=0) - b.mean(axis=0)
    traces = np.trace(Sa) + np.trace(Sb)
    return float(shift @ shift + traces - 2 * np.sqrt(roots).sum())


def bells(rng, whole):
    """Return a picture for each order, from a bell with its digit's means.

    The bell is over whole pictures, or each pixel has one of its own.
    """
    made = np.empty((len(ORDERS), 64))
    for k in range(10):
        X = IMAGES[k == LABELS].reshape(-1, 64)
        S = np.cov(X, rowvar=False)
        S = S if whole else np.diag(np.diag(S))
        count = (k == ORDERS).sum()
        made[k == ORDERS] = rng.multivariate_normal(X.mean(axis=0), S, count)
    return made.clip(0, 16).reshape(-1, 8, 8)


def variety(made):
    """Return the variance within digits, as a share of that of the data."""
    shares = []
    for k in range(10):
        mine, data = made[k == ORDERS], IMAGES[k == LABELS]
        shares.append(mine.var(axis=0).sum() / data.var(axis=0).sum())
    return float(np.mean(shares))


def nearest(images):
    """Return how far each image is from the nearest of the data, in ink / 16."""
    a, b = flat(images), flat(IMAGES)
    squares = (a**2).sum(axis=1)[:, None] - 2 * a @ b.T + (b**2).sum(axis=1)
    return np.sqrt(squares.min(axis=1).clip(0))


EARLY = 200


@case("a thousand digits: obeyed, varied, nearer to the data than bells")
def gate(learner, rng, report):
    layers = reader()
    (made,) = drawn(learner, rng, EARLY, (ORDERS, 1))
    early(made, layers)
    (made,) = drawn(learner, rng, None, (ORDERS, 1))
    new(made)
    data, _ = read(layers, IMAGES)
    features, seen = read(layers, made)
    pixels, _ = read(layers, bells(rng, whole=False))
    bell, _ = read(layers, bells(rng, whole=True))
    mine, plain = distance(features, data), distance(bell, data)
    report.metric("distance of pixels on their own", distance(pixels, data))
    report.metric("distance of a bell for each digit", plain)
    report.metric("distance of your digits", mine)
    report.metric("nearest of the data, median", np.median(nearest(made)))
    obeyed = [(seen == ORDERS)[k == ORDERS].mean() for k in range(10)]
    report.at_least("orders obeyed", np.mean(obeyed), 0.85)
    report.at_least("orders obeyed, worst digit", np.min(obeyed), 0.5)
    report.at_least("variety", variety(made), 0.5)
    report.at_least("lead over a bell for each digit", plain - mine, 0.1)


def early(made, layers):
    """Fail before the long training if a short one has gone nowhere."""
    ink = made.mean()
    require(
        2 < ink < 8,
        f"after {EARLY} steps the pictures hold {ink:.2g} of 16 ink on "
        "average, the data 4.9. Is the data scaled, and the result scaled "
        "back?",
    )
    different(made[ORDERS == 4])
    new(made)
    share = float((read(layers, made)[1] == ORDERS).mean())
    require(
        share > 0.4,
        f"after {EARLY} steps {share:.0%} of the orders are obeyed; a sound "
        "duel is beyond half by then. Do both players see the label, as a "
        "class and not as an amount, and does each picture keep its own? If "
        "you average weights: has the mean forgotten its start?",
    )
    found = variety(made)
    require(
        found > 0.03,
        f"after {EARLY} steps the variety within a digit is {found:.2g} of "
        "that of the data: each digit is one picture, or nearly. Is a fake "
        "judged under the label that it was ordered by?",
    )


def new(made):
    """Require pictures that are none of the data."""
    require(
        np.median(nearest(made)) > 0.3,
        "most of your pictures are copies of the data, or nearly.",
    )
