"""Checks for dbn/dbn_sample. Oracle: the same uniforms by hand; enumeration."""

import itertools
import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_frequencies,
    built,
    case,
    probe,
    require,
    whole,
)

SIZES = {"N": (2, 4), "D": (2, 4), "A": (2, 4), "B": (2, 4), "C": (2, 4)}


@probe
def sample(module, stack, v, steps, seed):
    kept = [v.copy(), *(x.copy() for layer in stack for x in layer)]
    got = module.sample_dbn(stack, v, steps, np.random.default_rng(seed))
    now = [v, *(x for layer in stack for x in layer)]
    return got, all(map(np.array_equal, kept, now))


def squash(x):
    return np.vectorize(lambda t: 1 / (1 + math.exp(-t)))(x)


def by_hand(stack, v, steps, seed):
    rng = np.random.default_rng(seed)
    W, b, c = stack[-1]
    states = means = v
    for _ in range(steps):
        h = rng.random((len(v), len(c))) < squash(states @ W + c)
        means = squash(h @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    for level in reversed(range(len(stack) - 1)):
        W, b, _ = stack[level]
        means = squash(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means


def machines(names):
    @built(*set(names), "N")
    def draw(rng, sizes):
        chain = [sizes[x] for x in names]
        stack = [
            (rng.normal(size=(m, n)), rng.normal(size=m), rng.normal(size=n))
            for m, n in itertools.pairwise(chain)
        ]
        start = rng.integers(0, 2, (sizes["N"], chain[-2])).astype(float)
        return stack, start

    return draw


def agree(learner, drawn, steps, seed):
    stack, v = drawn
    got, same = sample(learner, stack=stack, v=v, steps=steps, seed=seed)
    require(
        type(got) is tuple and len(got) == 2,
        "sample_dbn must return a tuple (states, means).",
    )
    states, means = by_hand(stack, v, steps, seed)
    assert_close(got[1], means, what="`means`")
    assert_close(got[0], states, what="`states`", dtype="float64")
    require(same, "an argument was changed in place.")


@case(
    "layers of one size: the chain at the top, then down",
    drawn=machines("DDDD"),
    steps=whole(1, 4),
    seed=whole(0, 10**6),
    sizes=SIZES,
)
def one_size(learner, drawn, steps, seed):
    agree(learner, drawn, steps, seed)


@case(
    "layers of different sizes",
    drawn=machines("DABC"),
    steps=whole(0, 4),
    seed=whole(0, 10**6),
    sizes=SIZES,
)
def three(learner, drawn, steps, seed):
    agree(learner, drawn, steps, seed)


@case(
    "a single RBM is its own top",
    drawn=machines("DA"),
    steps=whole(1, 4),
    seed=whole(0, 10**6),
    sizes=SIZES,
    tries=5,
)
def single(learner, drawn, steps, seed):
    agree(learner, drawn, steps, seed)


def exact(low, top):
    """Return the probability of each picture of a two-layer DBN."""
    W, b, c = top
    D, K = len(low[1]), len(b)
    prior = {}
    for h in itertools.product((0, 1), repeat=K):
        x = np.array(h) @ W + c
        prior[h] = math.exp(np.dot(b, h)) * math.prod(
            1 + math.exp(t) for t in x
        )
    total = math.fsum(prior.values())
    found = np.zeros(2**D)
    for h, weight in prior.items():
        p = squash(low[0] @ np.array(h) + low[1])
        for n, v in enumerate(itertools.product((0, 1), repeat=D)):
            share = math.prod(
                float(q) if on else 1 - float(q)
                for q, on in zip(p, v, strict=True)
            )
            found[n] += weight / total * share
    return found


@case("4,000 dreams are distributed as the model says", tries=1)
def long_run(learner, rng):
    low = (
        np.array([[2.0, -1.5], [-2.0, 1.0], [1.0, 1.5]]),
        np.array([-0.5, 0.5, -1.0]),
        np.array([1.0, -1.0]),
    )
    top = np.array([[1.5], [-1.5]]), np.array([0.3, 0.4]), np.array([-0.2])
    v = rng.integers(0, 2, (4000, 2)).astype(float)
    seed = int(rng.integers(1 << 30))
    got, _ = sample(learner, stack=[low, top], v=v, steps=30, seed=seed)
    states = got[0]
    require(np.shape(states) == (4000, 3), "states must have shape (4000, 3).")
    counts = np.bincount((states @ [4, 2, 1]).astype(int), minlength=8)
    assert_frequencies(counts, exact(low, top), "the dreams")
