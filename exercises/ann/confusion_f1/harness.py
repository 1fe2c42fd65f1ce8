"""Checks for ann/confusion_f1. Oracle: counting with Python's own lists and fractions."""

from fractions import Fraction

import numpy as np

from tutor.harness import assert_close, built, case, labels, probe, require


def by_counting(y, yhat, C):
    """Return matrix, F1 of each class and their mean, counted one question at a time."""
    pairs = list(zip(y.tolist(), yhat.tolist(), strict=True))
    matrix = [
        [pairs.count((true, said)) for said in range(C)] for true in range(C)
    ]
    scores = []
    for c in range(C):
        named = sum(true == c for true, _ in pairs) + sum(
            said == c for _, said in pairs
        )
        scores.append(
            Fraction(2 * pairs.count((c, c)), named) if named else Fraction(0)
        )
    return (
        np.array(matrix),
        np.array(scores, dtype=float),
        float(sum(scores) / C),
    )


def parts(got):
    three = isinstance(got, tuple | list) and len(got) == 3
    require(
        three,
        "the result must have three parts: matrix, per_class and macro",
        got,
    )
    return got


@case("the example comes out")
def example(learner):
    y, yhat = np.array([0, 0, 0, 0, 1, 1]), np.array([0, 0, 0, 1, 1, 0])
    matrix, per_class, macro = parts(learner.confusion_f1(y, yhat, 3))
    assert_close(
        matrix, np.array([[3, 1, 0], [1, 1, 0], [0, 0, 0]]), what="the matrix"
    )
    assert_close(
        per_class, np.array([0.75, 0.5, 0.0]), what="the F1 of each class"
    )
    assert_close(macro, 1.25 / 3, what="macro F1")


@case(
    "rows of the matrix are true classes, columns are answers",
    y=labels("N", below="C"),
    yhat=labels("N", below="C"),
    sizes={"N": (1, 12), "C": (2, 4)},
)
def matrix_counts(learner, y, yhat):
    C = 1 + int(max(y.max(), yhat.max()))
    matrix, _, _ = parts(learner.confusion_f1(y, yhat, C))
    assert_close(matrix, by_counting(y, yhat, C)[0], what="the matrix")


@case(
    "the matrix has a row and a column for every class, also for absent ones",
    y=labels("N", below="C"),
    yhat=labels("N", below="C"),
    sizes={"N": (1, 4), "C": (3, 5)},
)
def absent_classes(learner, y, yhat):
    C = 2 + int(max(y.max(), yhat.max()))
    matrix, per_class, _ = parts(learner.confusion_f1(y, yhat, C))
    expected = by_counting(y, yhat, C)
    assert_close(matrix, expected[0], what="the matrix")
    assert_close(per_class, expected[1], what="the F1 of each class")


@built("N", "C")
def answers(rng, sizes):
    """Return rows (truth, answer, C): every class occurs, and most answers are right."""
    C = sizes["C"]
    y = np.concatenate([np.arange(C), rng.integers(0, C, sizes["N"])])
    yhat = np.where(rng.random(len(y)) < 2 / 3, y, rng.integers(0, C, len(y)))
    return rng.permutation(np.stack([y, yhat, np.full(len(y), C)], axis=1))


@case(
    "each class is scored by its hits, its samples and its answers",
    pairs=answers,
    sizes={"N": (2, 12), "C": (2, 4)},
)
def scores(learner, pairs):
    y, yhat, C = pairs[:, 0].copy(), pairs[:, 1].copy(), int(pairs[0, 2])
    _, per_class, _ = parts(learner.confusion_f1(y, yhat, C))
    assert_close(
        per_class, by_counting(y, yhat, C)[1], what="the F1 of each class"
    )


@case(
    "macro F1 is the mean over all classes, each counted once",
    pairs=answers,
    sizes={"N": (2, 12), "C": (2, 4)},
)
def macro_mean(learner, pairs):
    y, yhat, C = pairs[:, 0].copy(), pairs[:, 1].copy(), int(pairs[0, 2])
    _, _, macro = parts(learner.confusion_f1(y, yhat, C))
    assert_close(macro, by_counting(y, yhat, C)[2], what="macro F1")


@case("a class that is never right scores 0")
def never_right(learner):
    y, yhat = np.array([0, 0, 1, 2, 2]), np.array([0, 0, 2, 1, 2])
    _, per_class, macro = parts(learner.confusion_f1(y, yhat, 4))
    assert_close(
        per_class, np.array([1.0, 0.0, 0.5, 0.0]), what="the F1 of each class"
    )
    assert_close(macro, 0.375, what="macro F1")


@probe
def with_errors_raised(module, y, yhat, C):
    """Call the function with numpy's warnings of division made errors."""
    with np.errstate(divide="raise", invalid="raise"):
        return module.confusion_f1(y, yhat, C)


@case("nothing is divided by zero on the way")
def no_warning(learner):
    y, yhat = np.array([0, 0, 1, 1]), np.array([0, 0, 0, 0])
    parts(with_errors_raised(learner, y, yhat, 4))
