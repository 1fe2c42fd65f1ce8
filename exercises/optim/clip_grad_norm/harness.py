"""Checks for optim/clip_grad_norm. Oracle: Python's hypot of all entries."""

import math

import numpy as np

from tutor.harness import assert_close, case, number, probe, require

SHAPES = [(2, 3), (3,), (), (1, 2, 2)]


@probe
def clipped(module, grads, limit):
    """Return what clip_grad_norm gives, and the arrays as it leaves them."""
    grads = [np.array(g) for g in grads]
    norm = module.clip_grad_norm(list(grads), limit)
    return norm, grads


def length(grads):
    return math.hypot(*(float(x) for g in grads for x in np.ravel(g)))


def drawn(rng, size):
    """Return gradients of this common length, one array much larger."""
    scales = rng.permutation([0.1, 1.0, 1.0, 10.0])
    grads = [
        np.array(k * rng.normal(size=shape))
        for k, shape in zip(scales, SHAPES, strict=True)
    ]
    return [g * (size / length(grads)) for g in grads]


@case(
    "above the limit all are shortened by one factor",
    size=number(1.5, 30.0),
    tries=5,
)
def shortened(learner, rng, size):
    grads = drawn(rng, size)
    limit = size * rng.uniform(0.1, 0.9)
    _, after = clipped(learner, grads=grads, limit=limit)
    for i, (g, got) in enumerate(zip(grads, after, strict=True)):
        assert_close(got, g * (limit / size), what=f"grads[{i}]")


@case("at or below the limit nothing changes", size=number(0.5, 30.0), tries=5)
def left_alone(learner, rng, size):
    grads = drawn(rng, size)
    _, after = clipped(learner, grads=grads, limit=size * rng.uniform(1.1, 5))
    same = all(np.array_equal(a, b) for a, b in zip(grads, after, strict=True))
    require(same, "the gradients were short enough, and they were changed")
    exact = [np.array([3.0, 0.0]), np.array([4.0])]
    norm, after = clipped(learner, grads=exact, limit=5.0)
    assert_close(norm, 5.0, what="the length of (3, 0) and (4)")
    same = all(np.array_equal(a, b) for a, b in zip(exact, after, strict=True))
    require(same, "a length of exactly the limit is not too long")


@case("what is returned is the length before", size=number(0.5, 30.0), tries=5)
def length_before(learner, rng, size):
    grads = drawn(rng, size)
    for limit in (0.5 * size, 2 * size):
        norm, _ = clipped(learner, grads=grads, limit=limit)
        assert_close(norm, size, what="the length")


@case("gradients of 0, and none at all, have length 0")
def nothing(learner):
    norm, after = clipped(learner, grads=[np.zeros((2, 2))], limit=1.0)
    assert_close(norm, 0.0, what="the length of zeros")
    assert_close(after[0], np.zeros((2, 2)), what="grads[0]")
    norm, _ = clipped(learner, grads=[], limit=1.0)
    assert_close(norm, 0.0, what="the length of an empty list")
