"""Checks for rnn/clip_by_norm. Oracle: Python's math.hypot over all entries."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    number,
    raises,
    require,
)


@built("A", "B")
def gradients(rng, sizes):
    """Return arrays of different shapes and very different sizes."""
    shapes = [(sizes["A"], sizes["B"]), (sizes["B"],), (2, 1, sizes["A"])]
    return [
        rng.normal(size=shape) * scale
        for shape, scale in zip(
            shapes, rng.permutation([0.01, 1.0, 30.0]), strict=True
        )
    ]


def length(grads):
    return math.hypot(*(float(v) for g in grads for v in g.ravel()))


def judge(got, grads, factor):
    pair = type(got) in (tuple, list) and len(got) == 2
    require(pair, "it must return (gradients, norm).", got)
    clipped, norm = got
    listed = type(clipped) in (tuple, list) and len(clipped) == len(grads)
    require(
        listed, "the gradients must be a list with one array each.", clipped
    )
    for one, grad in zip(clipped, grads, strict=True):
        assert_close(one, grad * factor, what="a clipped gradient")
    assert_close(norm, length(grads), what="the norm before clipping")


@case(
    "gradients that are too long together are shortened by one factor",
    grads=gradients,
    share=number(0.05, 0.95),
)
def long(learner, grads, share):
    limit = share * length(grads)
    judge(learner.clip_by_norm(grads, limit), grads, share)


@case("short gradients, and a limit shorter still", grads=gradients)
def tiny(learner, grads):
    grads = [1e-3 * grad / length(grads) for grad in grads]
    judge(learner.clip_by_norm(grads, 2e-4), grads, 2e-4 / length(grads))


@case(
    "gradients within the limit keep their values",
    grads=gradients,
    share=number(1.05, 20),
)
def short(learner, grads, share):
    judge(learner.clip_by_norm(grads, share * length(grads)), grads, 1.0)


@case("gradients of zero stay zero")
def zero(learner):
    grads = [np.zeros((2, 3)), np.zeros(1)]
    judge(learner.clip_by_norm(grads, 0.5), grads, 1.0)


@case("a norm that is not finite raises ValueError")
def broken(learner):
    for bad in (math.inf, -math.inf, math.nan):
        with raises(ValueError, f"when a gradient holds {bad}"):
            learner.clip_by_norm([np.ones(3), np.array([0.5, bad])], 1.0)


@case("your arrays stay as they were, and the result is new", grads=gradients)
def manners(learner, grads):
    for limit in (0.5 * length(grads), 2 * length(grads)):
        learner.clip_by_norm(grads, limit)
        assert_untouched(learner)
        assert_unaliased(learner)
