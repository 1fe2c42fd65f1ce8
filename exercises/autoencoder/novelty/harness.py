"""Checks for autoencoder/novelty. Oracle: eigenvectors of the scatter, pairs one by one."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_untouched,
    built,
    case,
    integers,
    require,
    whole,
)

SIZES = {"N": (6, 12), "M": (5, 11), "L": (2, 7), "D": (3, 6)}


@built("N", "M", "L", "D")
def sets(rng, sizes):
    """Normal samples near a plane away from the origin, and others."""
    d = sizes["D"]
    spread = np.r_[3.0, 2.0, np.full(d - 2, 0.3)]
    turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
    away = rng.uniform(1, 4, d)

    def draw(count, wide=1.0):
        flat = rng.normal(size=(count, d)) * spread * wide
        return flat @ turn + away

    new = draw(sizes["L"])
    new[: sizes["L"] // 2] += rng.normal(size=d)
    return draw(sizes["N"]), draw(sizes["M"], 1.2), new


def errors(train, X, k):
    """Return the squared distance of each sample from the best k-plane."""
    middle = train.mean(axis=0)
    gap = train - middle
    vectors = np.linalg.eigh(gap.T @ gap)[1]
    rest = vectors[:, : vectors.shape[1] - k]
    return np.array([sum(((x - middle) @ v) ** 2 for v in rest.T) for x in X])


def ask(learner, given, k, alarms):
    got = learner.novelty(*given, k, alarms)
    assert_untouched(learner)
    require(
        type(got) in (tuple, list) and len(got) == 3,
        "novelty must return scores, threshold and flags",
        got,
    )
    return got


@case(
    "scores: what the code loses of each new sample", given=sets, sizes=SIZES
)
def scores(learner, given):
    train, _, new = given
    for k in (1, 2):
        got = ask(learner, given, k, 1)[0]
        assert_close(got, errors(train, new, k), what="the scores")


@case(
    "the threshold: as many held-out normal samples lie above as asked for",
    given=sets,
    alarms=whole(1, 4),
    sizes=SIZES,
)
def threshold(learner, given, alarms):
    train, held, _ = given
    falling = sorted(errors(train, held, 2).tolist(), reverse=True)
    for count in (alarms, 0):
        got = ask(learner, given, 2, count)[1]
        assert_close(got, falling[count], what="the threshold")


@case("flags: scores above the threshold", given=sets, sizes=SIZES, tries=6)
def flags(learner, given):
    for alarms in (0, 2, 4):
        scored, limit, odd = ask(learner, given, 1, alarms)
        assert_equal(
            np.asarray(odd), np.asarray(scored) > limit, what="the flags"
        )


@case("a score on the threshold is not above it")
def on_the_edge(learner):
    train = np.array([[-2.0, 0.0], [2.0, 0.0], [-1.0, 0.0], [1.0, 0.0]])
    held = np.array([[0.0, 1.0], [5.0, -3.0], [3.0, 0.0]])
    new = np.array([[7.0, 1.0], [7.0, -2.0], [7.0, 0.5]])
    got = ask(learner, (train, held, new), 1, 1)
    assert_close(got[1], 1.0, what="the threshold")
    assert_equal(
        np.asarray(got[2]), np.array([False, True, False]), what="the flags"
    )


@case(
    "auc: the share of pairs in the right order, ties count half",
    normal=array("N", of=integers(0, 6)),
    odd=array("M", of=integers(2, 8)),
    sizes={"N": (1, 7), "M": (1, 7)},
)
def pairs(learner, normal, odd):
    normal, odd = normal.astype(float), odd.astype(float)
    got = learner.auc(normal, odd)
    assert_untouched(learner)
    right = [
        1.0 if o > n else 0.5 if o == n else 0.0
        for o in odd.tolist()
        for n in normal.tolist()
    ]
    assert_close(got, sum(right) / len(right), what="the auc")
