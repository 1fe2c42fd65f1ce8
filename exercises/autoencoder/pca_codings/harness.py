"""Checks for autoencoder/pca_codings. Oracle: eigenvalues, which say how much must be lost."""

import numpy as np

from tutor.harness import (
    assert_close,
    assert_shape,
    assert_untouched,
    built,
    case,
    require,
)

SIZES = {"N": (4, 9), "D": (2, 6)}


@built("N", "D")
def cloud(rng, sizes):
    """Samples far from the origin, of different spread in each direction."""
    n, d = sizes["N"], sizes["D"]
    spread = 2.0 ** -np.arange(d)
    turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
    away = rng.choice([-1, 1], d) * rng.uniform(3, 9, d)
    return rng.normal(size=(n, d)) * spread @ turn + away


def sizes_to_try(X):
    return sorted({1, min(X.shape[1], len(X) - 1, 2), min(X.shape[1], 3)})


def fitted(learner, X, k):
    got = learner.pca_fit(X, k)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "pca_fit must return the mean and V",
        got,
    )
    mean, V = got
    assert_shape(mean, (X.shape[1],), "the mean")
    assert_shape(V, (X.shape[1], k), "V")
    return mean, V


@case("the mean of each column", X=cloud, sizes=SIZES)
def means(learner, X):
    mean, _ = fitted(learner, X, 1)
    assert_untouched(learner)
    wanted = [sum(column) / len(X) for column in X.T.tolist()]
    assert_close(mean, np.array(wanted), what="the mean")


@case("columns of V have length 1 and right angles", X=cloud, sizes=SIZES)
def orthonormal(learner, X):
    for k in sizes_to_try(X):
        _, V = fitted(learner, X, k)
        assert_close(V.T @ V, np.eye(k), what="V.T @ V")


@case("no k directions lose less", X=cloud, sizes=SIZES)
def best(learner, X):
    gap = X - X.mean(axis=0)
    variances = np.linalg.eigvalsh(gap.T @ gap)
    for k in sizes_to_try(X):
        _, V = fitted(learner, X, k)
        lost = ((gap - gap @ V @ V.T) ** 2).sum()
        assert_close(
            lost,
            max(variances[: len(variances) - k].sum(), 0.0),
            what=f"the sum of squares that {k} directions of V lose",
        )


@case("the strongest direction comes first", X=cloud, sizes=SIZES)
def in_order(learner, X):
    gap = X - X.mean(axis=0)
    k = min(X.shape[1], len(X) - 1)
    _, V = fitted(learner, X, k)
    wanted = np.linalg.eigvalsh(gap.T @ gap)[::-1][:k]
    assert_close(
        ((gap @ V) ** 2).sum(axis=0),
        wanted,
        what="the sum of squares along each column of V",
    )


@built("N", "D")
def layout(rng, sizes):
    """A mean, orthonormal columns, new samples and codes: of no common fit."""
    d = sizes["D"]
    k = max(1, d - 1)
    V = np.linalg.qr(rng.normal(size=(d, d)))[0][:, :k].copy()
    n = sizes["N"]
    return {
        "mean": rng.uniform(2, 5, d),
        "V": V,
        "X": rng.normal(size=(n, d)),
        "Z": rng.normal(size=(n, k)),
    }


@case(
    "encode: how far along each direction, from the given mean",
    given=layout,
    sizes={"N": (1, 5), "D": (2, 5)},
)
def encode(learner, given):
    X, mean, V = given["X"], given["mean"], given["V"]
    got = learner.pca_encode(X, mean, V)
    assert_untouched(learner)
    wanted = [
        [sum((x - m) * v for x, m, v in zip(row, mean, axis)) for axis in V.T]
        for row in X
    ]
    assert_close(got, np.array(wanted), what="the codes")


@case(
    "decode: from the mean, so far along each direction",
    given=layout,
    sizes={"N": (1, 5), "D": (2, 5)},
)
def decode(learner, given):
    Z, mean, V = given["Z"], given["mean"], given["V"]
    got = learner.pca_decode(Z, mean, V)
    assert_untouched(learner)
    wanted = [
        [m + sum(c * v for c, v in zip(z, row)) for m, row in zip(mean, V)]
        for z in Z
    ]
    assert_close(got, np.array(wanted), what="the samples")


@case("with k = D nothing is lost, on new samples too", X=cloud, sizes=SIZES)
def lossless(learner, X):
    d = X.shape[1]
    more = np.concatenate([X, X[::-1] * 2.0 - 1.0])
    mean, V = fitted(learner, more, d)
    new = X + np.arange(d)
    back = learner.pca_decode(learner.pca_encode(new, mean, V), mean, V)
    assert_close(back, new, what="decode(encode(X))")
