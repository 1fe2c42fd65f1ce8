"""Checks for autoencoder/linear_ae. Oracle: differences, known angles, and PCA itself."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_untouched,
    built,
    case,
    number,
    numeric_gradient,
    probe,
    require,
)

SIZES = {"N": (1, 5), "P": (2, 5), "k": (1, 3)}


def error(X, E, D):
    """Return the mean over samples of the squared distance, in Python floats."""
    total = 0.0
    for x in X:
        total += float(((x @ E @ D - x) ** 2).sum())
    return total / len(X)


@probe
def fitted(module, X, k, seed, rate, steps):
    """Return what fit_linear_ae gives with a generator of this seed, and X after."""
    got = module.fit_linear_ae(X, k, np.random.default_rng(seed), rate, steps)
    return got, X


def fit(learner, X, seed, rate, steps):
    got, after = fitted(learner, X.copy(), 2, seed, rate, steps)
    assert_close(after, X, what="X after the call")
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "fit_linear_ae must return mean, encoder and decoder",
        got,
    )
    return got


@case(
    "the error is a sum over columns, and a mean over samples",
    X=array("N", "P"),
    E=array("P", "k"),
    D=array("k", "P"),
    sizes=SIZES,
)
def loss(learner, X, E, D):
    got = learner.ae_gradients(X, E, D)
    assert_untouched(learner)
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "ae_gradients must return the error and two gradients",
        got,
    )
    assert_close(got[0], error(X, E, D), what="the error")


@case(
    "the gradients for encoder and decoder",
    X=array("N", "P"),
    E=array("P", "k"),
    D=array("k", "P"),
    sizes=SIZES,
    tries=6,
)
def gradients(learner, X, E, D):
    _, dE, dD = learner.ae_gradients(X, E, D)
    for got, wanted, what in (
        (dD, numeric_gradient(lambda d: error(X, E, d), D), "D"),
        (dE, numeric_gradient(lambda e: error(X, e, D), E), "E"),
    ):
        assert_close(
            got, wanted, rtol=1e-5, atol=1e-6, what=f"the gradient for {what}"
        )


@built("P", "k")
def planes(rng, sizes):
    """Two subspaces with known angles, each with a skewed basis."""
    k = sizes["k"]
    p = 2 * k + sizes["P"] - 1
    axes = np.linalg.qr(rng.normal(size=(p, p)))[0]
    angles = np.sort(rng.uniform(5, 85, k))
    angles[-1] += 3
    turned = axes[:, :k] * np.cos(np.radians(angles))
    turned = turned + axes[:, k : 2 * k] * np.sin(np.radians(angles))
    skew, other = (
        np.linalg.qr(rng.normal(size=(k, k)))[0] * rng.uniform(0.3, 4, k)
        + 0.3 * np.triu(np.ones((k, k)), 1)
        for _ in range(2)
    )
    return axes[:, :k] @ skew, turned @ other, float(angles[-1])


@case("a known angle", pair=planes, sizes={"P": (1, 3), "k": (1, 3)})
def known(learner, pair):
    A, B, angle = pair
    got = learner.largest_angle(A, B)
    assert_untouched(learner)
    assert_close(got, angle, rtol=1e-5, what="the largest angle, in degrees")


@case("another basis of the same subspace: 0 degrees; right angles: 90")
def extremes(learner, rng):
    for k in (1, 2, 3) * 6:
        A = rng.normal(size=(7, k))
        for mix in (np.eye(k), -np.eye(k)[::-1], rng.normal(size=(k, k)) * 3):
            got = learner.largest_angle(A, A @ mix)
            require(
                isinstance(got, (float, np.floating)) and abs(got) < 1e-4,
                "two bases of one subspace must give 0 degrees, to 0.0001",
                got,
            )
    axes = np.linalg.qr(rng.normal(size=(6, 6)))[0]
    assert_close(
        learner.largest_angle(axes[:, :2], axes[:, 1:3]),
        90.0,
        what="the angle of two planes that share one direction",
    )


@built("P")
def cloud(rng, sizes):
    """Samples with a gap in the spectrum, far from the origin."""
    p = sizes["P"] + 2
    spread = np.r_[1.6, 1.2, np.full(p - 2, 0.3)]
    turn = np.linalg.qr(rng.normal(size=(p, p)))[0]
    flat = np.linalg.qr(rng.normal(size=(40, p)))[0] * np.sqrt(40)
    flat = flat - flat.mean(axis=0)
    return flat * spread @ turn + rng.uniform(0.5, 1.0, p)


@case(
    "trained, it spans what PCA spans, and loses no more than 1 % more",
    X=cloud,
    sizes={"P": (1, 4)},
    tries=3,
)
def trained(learner, rng, X):
    n, p = X.shape
    got = fit(learner, X, int(rng.integers(1 << 31)), 0.05, 1500)
    mean, E, D = got
    assert_shape(E, (p, 2), "the encoder")
    assert_shape(D, (2, p), "the decoder")
    assert_close(mean, X.sum(axis=0) / n, what="the mean")
    gap = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(gap.T @ gap / n)
    least, found = values[:-2].sum(), error(gap, E, D)
    require(
        np.isfinite(found) and found < 1.01 * least,
        f"after 1,500 steps of 0.05 the error is {found:.4g}; PCA loses "
        f"{least:.4g}",
    )
    basis = np.linalg.qr(D.T)[0]
    away = np.linalg.norm(
        vectors[:, -2:] - basis @ basis.T @ vectors[:, -2:], 2
    )
    angle = np.degrees(np.arcsin(min(away, 1.0)))
    require(
        angle < 3,
        f"the decoder's rows are {angle:.1f} degrees off the subspace of PCA",
    )


@case(
    "as many steps as asked for, from the generator that is given",
    rate=number(0.01, 0.1),
)
def steps(learner, rng, rate):
    X = rng.normal(size=(12, 4))
    gap = X - X.mean(axis=0)
    first, second, other = (fit(learner, X, s, rate, 5) for s in (3, 3, 4))
    assert_close(
        list(second),
        list(first),
        because="Two generators with the same seed gave different weights.",
    )
    require(
        np.abs(other[1] - first[1]).max() > 1e-9,
        "two seeds gave the same encoder",
    )
    now, same = (fit(learner, X, 3, size, 0) for size in (rate, 0.9))
    assert_close(
        list(same),
        list(now),
        because="With 0 steps the weights must be the first ones.",
    )
    errors = []
    for count in (0, 1):
        _, E, D = fit(learner, X, 3, rate, count)
        errors.append((E, D))
    (E, D), (later_E, later_D) = errors
    for before, after, slope, what in (
        (D, later_D, numeric_gradient(lambda d: error(gap, E, d), D), "D"),
        (E, later_E, numeric_gradient(lambda e: error(gap, e, D), E), "E"),
    ):
        assert_close(
            after,
            before - rate * slope,
            rtol=1e-5,
            atol=1e-7,
            what=f"{what} after one step",
        )
