"""Checks for pytorch/custom_function. Oracle: the definitions, in Python floats."""

import math

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    case,
    number,
    one_of,
    probe,
    require,
    uniform,
    whole,
)


@probe
def through(module, name, x, parameter, upstream):
    """Return value, gradient, and x afterwards."""
    kind = getattr(module, name)
    if not issubclass(kind, torch.autograd.Function):
        raise TypeError(f"{name} must be a torch.autograd.Function")
    given = torch.tensor(x, requires_grad=True)
    y = kind.apply(given, parameter)
    y.backward(torch.tensor(upstream))
    return y.detach().numpy(), given.grad.numpy(), given.detach().numpy()


@probe
def second(module, x, beta, upstream, direction):
    """Return the derivative of the weighted first derivative."""
    given = torch.tensor(x, requires_grad=True)
    y = module.LogCosh.apply(given, beta)
    weights = torch.tensor(upstream)
    (first,) = torch.autograd.grad(y, given, weights, create_graph=True)
    if not first.requires_grad:
        return np.zeros_like(x)
    found = torch.autograd.grad(
        first, given, torch.tensor(direction), allow_unused=True
    )
    return np.zeros_like(x) if found[0] is None else found[0].numpy()


@probe
def changed_meanwhile(module, name, x, parameter, new):
    """Return the gradient after x was overwritten, or that torch refused."""
    given = torch.tensor(x, requires_grad=True)
    middle = given.clone()
    y = getattr(module, name).apply(middle, parameter)
    with torch.no_grad():
        middle.copy_(torch.tensor(new))
    try:
        y.sum().backward()
    except RuntimeError:
        return "refused"
    return given.grad.numpy()


def stairs(v, levels):
    # Python's round and torch's both take halves to the even neighbour.
    return round(min(max(v, -1.0), 1.0) * levels) / levels


def soft(t):
    t = abs(t)
    return t + math.log1p(math.exp(-2 * t)) - math.log(2)


def each(function, x):
    values = [function(float(v)) for v in x.reshape(-1)]
    return np.array(values, dtype=x.dtype).reshape(x.shape)


@case(
    "Quantise rounds to the grid and clips",
    x=array("N", "D", of=uniform(-1.7, 1.7)),
    levels=whole(1, 7),
)
def grid(learner, x, levels):
    y, _, after = through(learner, "Quantise", x, levels, np.ones_like(x))
    expected = each(lambda v: stairs(v, levels), x)
    assert_close(y, expected, what="the value", dtype="float64")
    assert_close(after, x, rtol=0, atol=0, what="x afterwards")


@case(
    "its gradient passes inside [-1, 1] and nowhere else",
    x=array("N", "D", of=uniform(-2, 2)),
    up=array("N", "D"),
    levels=whole(2, 7),
)
def straight(learner, x, up, levels):
    _, grad, _ = through(learner, "Quantise", x, levels, up)
    expected = np.where(np.abs(x) <= 1, up, 0.0)
    assert_close(grad, expected, what="the gradient of Quantise")


@case("the edges let it pass, large values do not, in float32 too")
def edges(learner):
    x = np.array([-1.0, 1.0, 1.0001, -1.0001, 500.0, 0.0, 0.5], np.float32)
    up = np.array([2, 3, 5, 7, 11, 13, -17], np.float32)
    y, grad, _ = through(learner, "Quantise", x, 4, up)
    wanted = np.array([2, 3, 0, 0, 0, 13, -17], np.float32)
    assert_close(grad, wanted, dtype="float32", what="the gradient")
    assert_close(y, each(lambda v: stairs(v, 4), x), dtype="float32")


@case("halves go where torch.round takes them: to the even neighbour")
def halves(learner):
    x = np.array([0.125, 0.375, 0.625, 0.875, -0.125, -0.375, -0.625])
    y, _, _ = through(learner, "Quantise", x, 4, np.ones_like(x))
    wanted = np.array([0.0, 0.5, 0.5, 1.0, 0.0, -0.5, -0.5])
    assert_close(y, wanted, what="the value")


@case(
    "LogCosh is log(cosh(beta x)) / beta",
    x=array("N", "D", of=uniform(-3, 3)),
    beta=number(0.3, 3.0),
)
def values(learner, x, beta):
    y, _, after = through(learner, "LogCosh", x, beta, np.ones_like(x))
    expected = each(lambda v: soft(beta * v) / beta, x)
    assert_close(y, expected, what="the value", dtype="float64")
    assert_close(after, x, rtol=0, atol=0, what="x afterwards")


@case(
    "its gradient is what arrives, times tanh(beta x)",
    x=array("N", "D", of=uniform(-3, 3)),
    up=array("N", "D"),
    beta=number(0.3, 3.0),
)
def slopes(learner, x, up, beta):
    _, grad, _ = through(learner, "LogCosh", x, beta, up)
    expected = up * each(lambda v: math.tanh(beta * v), x)
    assert_close(grad, expected, what="the gradient of LogCosh")


@case("LogCosh of huge numbers is finite", beta=one_of(1.0, 2.0), tries=4)
def huge(learner, beta):
    x = np.array([-9000.0, -1000.0, -400.0, 0.0, 90.0, 400.0, 1000.0, 9000.0])
    up = np.arange(1.0, 9.0)
    for kind in ("float64", "float32"):
        low, above = x.astype(kind), up.astype(kind)
        y, grad, _ = through(learner, "LogCosh", low, beta, above)
        wanted = each(lambda v: soft(beta * v) / beta, low)
        assert_close(y, wanted, rtol=1e-5, dtype=kind, what="the value")
        assert_close(
            grad, above * np.sign(low), rtol=1e-5, what="the gradient"
        )


@case(
    "the gradient of LogCosh can be differentiated again",
    x=array("N", of=uniform(-1.5, 1.5)),
    up=array("N"),
    direction=array("N"),
    beta=number(0.5, 2.0),
    tries=5,
)
def twice(learner, x, up, direction, beta):
    got = second(learner, x, beta, up, direction)
    bend = each(lambda v: beta * (1 - math.tanh(beta * v) ** 2), x)
    expected = up * direction * bend
    assert_close(got, expected, what="the second derivative of LogCosh")


@case("a change of x before backward is noticed")
def guarded(learner):
    x, new = np.array([0.5, 3.0, -0.7]), np.array([4.0, 0.2, -2.0])
    for name, parameter, right in (
        ("Quantise", 3, np.array([1.0, 0.0, 1.0])),
        ("LogCosh", 1.0, np.tanh(x)),
    ):
        got = changed_meanwhile(learner, name, x, parameter, new)
        if isinstance(got, str):
            continue
        require(
            np.allclose(got, right),
            f"{name}: x was changed in place between forward and backward, "
            "and the gradient is computed from the new numbers without an "
            "error",
            got,
        )
