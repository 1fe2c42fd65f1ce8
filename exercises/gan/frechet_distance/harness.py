"""Checks for gan/frechet_distance. Oracles: one feature by hand; two features by the trace
and determinant of a product; any number for clouds that are stretched copies, b = a T with
a symmetric T, whose cross term is the trace of S T.
"""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
)

CLOUDS = {"N": (3, 7), "M": (3, 7)}


def expect(got, value):
    assert_close(float(got), value, what="the squared distance")


def covariance(x):
    """Return the covariance of rows, by loops."""
    count, width = x.shape
    mean = [math.fsum(x[:, i]) / count for i in range(width)]
    S = np.zeros((width, width))
    for i, j in np.ndindex(width, width):
        terms = [(r[i] - mean[i]) * (r[j] - mean[j]) for r in x.tolist()]
        S[i, j] = math.fsum(terms) / (count - 1)
    return S


def gap(a, b):
    return math.fsum((math.fsum(p) / len(p) - math.fsum(q) / len(q)) ** 2
                     for p, q in zip(a.T, b.T, strict=True))  # fmt: skip


@built("D")
def stretch(rng, sizes):
    """A symmetric matrix with positive eigenvalues, not diagonal."""
    root = rng.normal(size=(sizes["D"], sizes["D"])) / 2
    return root @ root.T + 0.5 * np.eye(sizes["D"])


@case(
    "one feature: means and standard deviations",
    a=array("N", 1),
    b=array("M", 1),
    sizes=CLOUDS,
)
def one_feature(learner, a, b):
    roots = [math.sqrt(covariance(x)[0, 0]) for x in (a, b)]
    expect(
        learner.frechet_distance(a, b), gap(a, b) + (roots[0] - roots[1]) ** 2
    )


@case("a shift costs its squared length", a=array("N", "D"), shift=array("D"))
def shifted(learner, a, shift):
    a = np.concatenate([a, a + 1.0, 2 * a])
    expect(learner.frechet_distance(a, a + shift), float((shift**2).sum()))


@case(
    "two features that go together in different ways",
    a=array("N", 2),
    b=array("M", 2),
    sizes=CLOUDS,
)
def two_features(learner, a, b):
    Sa, Sb = covariance(a), covariance(b)
    product = Sa @ Sb
    det = np.linalg.det(Sa) * np.linalg.det(Sb)
    cross = math.sqrt(np.trace(product) + 2 * math.sqrt(max(det, 0.0)))
    wanted = gap(a, b) + np.trace(Sa) + np.trace(Sb) - 2 * cross
    expect(learner.frechet_distance(a, b), float(wanted))


@case(
    "a cloud and its stretched copy",
    a=array("N", "D"),
    T=stretch,
    sizes={"N": (6, 9), "D": (2, 4)},
)
def stretched(learner, a, T):
    b = a @ T
    S = covariance(a)
    wanted = (
        gap(a, b) + np.trace(S) + np.trace(T @ S @ T) - 2 * np.trace(S @ T)
    )
    expect(learner.frechet_distance(a, b), float(wanted))
    expect(learner.frechet_distance(b, a), float(wanted))


@case(
    "fewer samples than features, and a feature that never changes",
    a=array(3, 6),
    T=number(0.5, 2.0),
)
def deficient(learner, a, T):
    a = a.copy()
    a[:, 2] = 1.0
    S = covariance(a)
    wanted = gap(a, T * a) + (T - 1) ** 2 * np.trace(S)
    expect(learner.frechet_distance(a, T * a), float(wanted))
    expect(learner.frechet_distance(a, a.copy()), 0.0)
    expect(learner.frechet_distance(np.ones((2, 3)), np.zeros((4, 3))), 3.0)


@case(
    "the features stay as they were",
    a=array("N", "D"),
    b=array("M", "D"),
    sizes=CLOUDS,
)
def untouched(learner, a, b):
    learner.frechet_distance(a, b)
    assert_untouched(learner)
