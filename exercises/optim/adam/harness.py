"""Checks for optim/adam. Oracle: weighted means over all past gradients."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    built,
    case,
    number,
    probe,
    require,
)


@probe
def walk(module, w, grads, again, options):
    """Take a step for each gradient; all stand in one array, one after another.

    Every second step is for another array with a state of its own, so that
    nothing may be remembered outside of it. `again` are its gradients.
    Returns the arrays after each step, and the last state as a list.
    """
    state, other, seen = {}, {}, []
    buffer, w, twin = np.empty_like(w), np.array(w), np.array(w)
    for grad, wrong in zip(grads, again):
        buffer[...] = grad
        w = module.adam_step(w, buffer, state, **options)
        seen.append(np.array(w))
        buffer[...] = wrong
        twin = module.adam_step(twin, buffer, other, **options)
    return seen, [state.get(key) for key in ("t", "m", "v")]


def weighted_mean(values, beta):
    """Return the mean of `values`, each counting beta times its successor."""
    weights = beta ** np.arange(len(values) - 1.0, -1.0, -1.0)
    total = sum(k * value for k, value in zip(weights, values, strict=True))
    return total / weights.sum()


def by_means(w, grads, lr, b1, b2, eps):
    """Return w after each step: mean gradient over root mean square."""
    seen = []
    for t in range(1, len(grads) + 1):
        mean = weighted_mean(grads[:t], b1)
        square = weighted_mean([g * g for g in grads[:t]], b2)
        w = w - lr * mean / (np.sqrt(square) + eps)
        seen.append(w)
    return seen


def assert_walk(learner, rng, w, grads, **options):
    again = [rng.normal(size=np.shape(w)) for _ in grads]
    seen, state = walk(learner, w=w, grads=grads, again=again, options=options)
    full = {"lr": 0.001, "b1": 0.9, "b2": 0.999, "eps": 1e-8} | options
    for t, wanted in enumerate(by_means(w, grads, **full), 1):
        assert_close(seen[t - 1], wanted, what=f"the array after step {t}")
    return state


@probe
def first_step(module, w, g, lr):
    """Return w after one step from an empty state."""
    return module.adam_step(w, g, {}, lr=lr)


@built("D")
def not_small(rng, sizes):
    size = sizes["D"]
    return rng.choice([-1.0, 1.0], size) * 10.0 ** rng.uniform(-2, 3, size)


@case(
    "the first step has length lr for every entry, whatever its gradient",
    w=array("D"),
    g=not_small,
    lr=number(0.01, 0.5),
    tries=5,
)
def first(learner, w, g, lr):
    assert_close(
        first_step(learner, w=w, g=g, lr=lr),
        w - lr * g / (np.abs(g) + 1e-8),
        what="the array after step 1",
    )


@case("later steps follow the averages, each corrected for its start at 0")
def later(learner, rng):
    w = rng.normal(size=(3, 2))
    grads = [rng.normal(size=(3, 2)) for _ in range(5)]
    assert_walk(learner, rng, w, grads, lr=0.1)


@case("b1 is for the mean and b2 for the square")
def betas(learner, rng):
    w, *grads = rng.normal(size=(5, 4))
    assert_walk(learner, rng, w, grads, lr=0.1, b1=0.5, b2=0.8, eps=1e-3)


@case("eps is added to the root of the corrected average")
def small(learner, rng):
    w = rng.normal(size=6)
    sizes = 10.0 ** np.array([-6.0, -7, -8, -9, -10, 0])
    grads = [sizes * rng.uniform(0.5, 2, 6) for _ in range(4)]
    assert_walk(learner, rng, w, grads, lr=0.1)


@case("an entry whose gradients were all 0 does not move")
def zeros(learner, rng):
    w = rng.normal(size=3)
    grads = [np.array([0.0, x, 0.0]) for x in (1.0, -2.0)]
    assert_walk(learner, rng, w, grads, lr=0.1)


@case("state holds t and the two averages, uncorrected")
def memory(learner, rng):
    w, *grads = rng.normal(size=(4, 5))
    t, m, v = assert_walk(learner, rng, w, grads, lr=0.1, b1=0.8, b2=0.95)
    assert_equal(t, 3, what='state["t"]')
    squares = [g * g for g in grads]
    for name, got, values, beta in (
        ("m", m, grads, 0.8),
        ("v", v, squares, 0.95),
    ):
        wanted = weighted_mean(values, beta) * (1 - beta**3)
        assert_close(got, wanted, what=f'state["{name}"] after 3 steps')


@case("left out, the numbers are 0.001, 0.9, 0.999 and 1e-8")
def defaults(learner, rng):
    w = rng.normal(size=4)
    grads = [rng.normal(size=4) * 10.0 ** rng.uniform(-8, 0) for _ in range(3)]
    assert_walk(learner, rng, w, grads)


@probe
def manners(module, w, g):
    """Return whether w and g survive a step, and whether the result is new."""
    given = w.copy(), g.copy()
    moved = module.adam_step(w, g, {}, lr=0.1)
    kept = np.array_equal(w, given[0]) and np.array_equal(g, given[1])
    return kept, not np.shares_memory(moved, w)


@case(
    "the array and its gradient stay as they were", w=array("D"), g=array("D")
)
def untouched(learner, w, g):
    kept, new = manners(learner, w=w, g=g)
    require(kept, "adam_step changed w or g in place. Return a new array")
    require(new, "what adam_step returns shares memory with w")
