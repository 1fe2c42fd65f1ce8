"""Checks for optim/sgd_momentum. Oracle: sums over all past gradients."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    case,
    number,
    one_of,
    probe,
    require,
)


@probe
def walk(module, params, grads, rates, momentum, nesterov):
    """Take the steps; each gradient stands in the same arrays as the last.

    Returns the parameters after each step and whether gradients survived.
    """
    params = [np.array(p) for p in params]
    buffers = [np.array(g) for g in grads[0]]
    state, seen, kept = {}, [], True
    for given, rate in zip(grads, rates):
        for buffer, new in zip(buffers, given):
            buffer[...] = new
        module.sgd_step(list(params), buffers, state, rate, momentum, nesterov)
        kept = kept and all(
            np.array_equal(b, g) for b, g in zip(buffers, given)
        )
        seen.append([np.array(p) for p in params])
    return seen, kept


@probe
def with_defaults(module, theta, grads):
    """Return an array after steps for which only the step size is given."""
    theta, state = np.array(theta), {}
    for grad in grads:
        module.sgd_step([theta], [np.array(grad)], state, 0.1)
    return theta


@probe
def in_turns(module, first, second, grads, momentum):
    """Return two arrays after steps in turns, each with a state of its own."""
    arrays, states = [np.array(first), np.array(second)], [{}, {}]
    for grad in grads:
        for theta, state in zip(arrays, states):
            module.sgd_step([theta], [np.array(grad)], state, 0.1, momentum)
    return arrays


def by_sums(start, grads, rates, momentum, nesterov):
    """Return one parameter after each step.

    Step k moves by its rate times the sum of momentum^(k - j) g_j over all
    gradients j up to k; looking ahead adds one more power, and g_k once.
    """
    theta, seen = np.array(start), []
    for k, rate in enumerate(rates):
        move = sum(momentum ** (k - j) * grads[j] for j in range(k + 1))
        if nesterov:
            move = momentum * move + grads[k]
        theta = theta - rate * move
        seen.append(theta)
    return seen


def assert_walk(learner, params, grads, rates, momentum, nesterov=False):
    """Compare with the sums; return whether the gradients survived."""
    seen, kept = walk(
        learner,
        params=params,
        grads=grads,
        rates=rates,
        momentum=momentum,
        nesterov=nesterov,
    )
    for i, start in enumerate(params):
        own = [given[i] for given in grads]
        wanted = by_sums(start, own, rates, momentum, nesterov)
        for k, theta in enumerate(wanted):
            assert_close(
                seen[k][i], theta, what=f"params[{i}] after step {k + 1}"
            )
    return kept


def drawn(rng, shapes, steps):
    return [[rng.normal(size=s) for s in shapes] for _ in range(steps)]


@case(
    "without momentum it is plain gradient descent, in place",
    theta=array("N", "D"),
    grad=array("N", "D"),
    rate=number(0.05, 0.5),
    tries=5,
)
def plain(learner, theta, grad, rate):
    assert_walk(learner, [theta], [[grad], [2 * grad]], [rate, rate], 0.0)


@case(
    "momentum keeps a share of the velocity",
    theta=array("D"),
    first=array("D"),
    second=array("D"),
    third=array("D"),
    momentum=number(0.3, 0.95),
    tries=5,
)
def remembers(learner, theta, first, second, third, momentum):
    grads = [[first], [second], [third]]
    assert_walk(learner, [theta], grads, [0.1] * 3, momentum)


@case("a new step size acts on the whole velocity at once")
def changing_rate(learner, rng):
    grads = drawn(rng, [(3, 2)], 4)
    assert_walk(learner, [np.ones((3, 2))], grads, [0.5, 0.1, 0.02, 0.3], 0.9)


@case("Nesterov's step looks ahead", momentum=one_of(0.5, 0.8, 0.9), tries=3)
def ahead(learner, rng, momentum):
    grads = drawn(rng, [(4,)], 4)
    rates = [0.3, 0.1, 0.1, 0.2]
    assert_walk(learner, [np.zeros(4)], grads, rates, momentum, nesterov=True)


@case("every array has a velocity of its own, whatever its shape")
def own_velocity(learner, rng):
    shapes = [(2, 3), (3,), (3,), (), (2, 3)]
    params = [np.array(rng.normal(size=s)) for s in shapes]
    assert_walk(learner, params, drawn(rng, shapes, 3), [0.1] * 3, 0.9)


@case("left out, momentum is 0 and the step does not look ahead")
def defaults(learner, rng):
    theta, *grads = rng.normal(size=(3, 4))
    got = with_defaults(learner, theta=theta, grads=grads)
    assert_close(got, theta - 0.1 * sum(grads), what="the array")


@case("two runs that take turns do not disturb each other")
def turns(learner, rng):
    first, second, *grads = rng.normal(size=(5, 3))
    got = in_turns(
        learner, first=first, second=second, grads=grads, momentum=0.9
    )
    for name, start, theta in zip(
        ("first", "second"), (first, second), got, strict=True
    ):
        wanted = by_sums(start, grads, [0.1] * 3, 0.9, False)[-1]
        assert_close(theta, wanted, what=f"the array of the {name} run")


@case("gradients stay as they were")
def grads_kept(learner, rng):
    grads = drawn(rng, [(2, 2), (2,)], 3)
    starts = [np.zeros((2, 2)), np.zeros(2)]
    kept = walk(
        learner,
        params=starts,
        grads=grads,
        rates=[0.1] * 3,
        momentum=0.9,
        nesterov=True,
    )[1]
    require(
        kept,
        "sgd_step changed a gradient in place. Whoever logs or clips it "
        "afterwards sees something else",
    )
