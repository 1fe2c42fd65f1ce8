"""Checks for optim/adamw. Oracle: weighted means of gradients, plain loops."""

import numpy as np

from tutor.harness import array, assert_close, case, number, probe, require


@probe
def walk(module, params, grads, again, options):
    """Take a step for each entry of grads, all in the same arrays.

    After each, other arrays with a state of their own take a step for
    `again`. Returns the arrays after each step, whether gradients survived.
    """
    params = [np.array(p) for p in params]
    twins = [np.array(p) for p in params]
    buffers = [np.array(p) for p in params]
    state, other, seen, kept = {}, {}, [], True
    for given, wrong, some in zip(grads, again, options):
        for buffer, new in zip(buffers, given):
            buffer[...] = new
        module.adamw_step(list(params), buffers, state, **some)
        kept = kept and all(
            np.array_equal(b, g) for b, g in zip(buffers, given)
        )
        seen.append([np.array(p) for p in params])
        for buffer, new in zip(buffers, wrong):
            buffer[...] = new
        module.adamw_step(twins, buffers, other, **some)
    return seen, kept


def mean_of(values, beta):
    weights = beta ** np.arange(len(values) - 1.0, -1.0, -1.0)
    total = sum(k * value for k, value in zip(weights, values, strict=True))
    return total / weights.sum()


def expected(theta, grads, options):
    """Return one array after each step, as the definition has it."""
    full = {"lr": 0.001, "betas": (0.9, 0.999), "eps": 1e-8, "decay": 0.01}
    seen = []
    for t, some in enumerate(options, 1):
        use = full | some
        mean = mean_of(grads[:t], use["betas"][0])
        square = mean_of([g * g for g in grads[:t]], use["betas"][1])
        shrink = use["lr"] * use["decay"] * theta if theta.ndim > 1 else 0.0
        step = use["lr"] * mean / (np.sqrt(square) + use["eps"])
        theta = theta - shrink - step
        seen.append(theta)
    return seen


def assert_walk(learner, rng, params, grads, options):
    again = [[rng.normal(size=p.shape) for p in params] for _ in grads]
    seen, kept = walk(
        learner, params=params, grads=grads, again=again, options=options
    )
    for i, theta in enumerate(params):
        wanted = expected(theta, [g[i] for g in grads], options)
        for t, value in enumerate(wanted):
            what = f"params[{i}] after step {t + 1}"
            assert_close(seen[t][i], value, what=what)
    return kept


def drawn(rng, shapes, steps):
    return [[rng.normal(size=s) for s in shapes] for _ in range(steps)]


@case(
    "without a gradient a matrix shrinks by lr times decay",
    W=array("N", "D"),
    lr=number(0.05, 0.5),
    decay=number(0.1, 1.0),
    tries=5,
)
def shrinks(learner, rng, W, lr, decay):
    zero = [[np.zeros(W.shape)]] * 2
    assert_walk(learner, rng, [W], zero, [{"lr": lr, "decay": decay}] * 2)


@case("without decay it is Adam", W=array("N", "D"), tries=5)
def plain_adam(learner, rng, W):
    grads = drawn(rng, [W.shape], 3)
    assert_walk(learner, rng, [W], grads, [{"lr": 0.1, "decay": 0.0}] * 3)


@case("the decay takes the weights as they were before the step")
def both(learner, rng):
    W = rng.normal(size=(3, 2)) * 3
    grads = drawn(rng, [(3, 2)], 4)
    assert_walk(learner, rng, [W], grads, [{"lr": 0.2, "decay": 0.5}] * 4)


@case("a new step size changes the decay with it")
def changing(learner, rng):
    W = rng.normal(size=(2, 2)) * 3
    options = [{"lr": rate, "decay": 0.3} for rate in (0.5, 0.1, 0.02)]
    assert_walk(learner, rng, [W], drawn(rng, [(2, 2)], 3), options)


@case("arrays of one axis do not decay, those of more axes do")
def biases(learner, rng):
    shapes = [(3, 2), (2,), (2, 3, 2), (1, 4), (1,)]
    params = [rng.normal(size=s) * 3 for s in shapes]
    options = [{"lr": 0.1, "decay": 0.5}] * 2
    assert_walk(learner, rng, params, drawn(rng, shapes, 2), options)


@case("every array has averages of its own")
def own_state(learner, rng):
    shapes = [(2, 2), (2, 2), (2,), (2, 2)]
    params = [rng.normal(size=s) for s in shapes]
    options = [{"lr": 0.1}] * 3
    assert_walk(learner, rng, params, drawn(rng, shapes, 3), options)


@case("betas and eps are those given; left out, all are as the table says")
def numbers(learner, rng):
    params = [rng.normal(size=(2, 3)) * 3]
    grads = drawn(rng, [(2, 3)], 3)
    own = {"lr": 0.1, "betas": (0.6, 0.8), "eps": 0.01, "decay": 0.2}
    assert_walk(learner, rng, params, grads, [own] * 3)
    tiny = [[1e-7 * g for g in step] for step in grads]
    assert_walk(learner, rng, params, tiny, [{}] * 3)


@case("gradients stay as they were")
def grads_kept(learner, rng):
    shapes = [(2, 3), (3,)]
    params = [rng.normal(size=s) for s in shapes]
    grads = drawn(rng, shapes, 2)
    again = drawn(rng, shapes, 2)
    kept = walk(
        learner, params=params, grads=grads, again=again, options=[{}] * 2
    )[1]
    require(kept, "adamw_step changed a gradient in place")
