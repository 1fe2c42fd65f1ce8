"""Checks for backprop/value_ops. Oracle: complex steps of 1e-30 on the text.

The imaginary part of f(x + ih), divided by h, is the slope of f to full
precision: nothing is subtracted, so nothing is rounded away.
"""

import cmath

import numpy as np

from tutor.harness import (
    assert_close,
    assert_equal,
    case,
    number,
    probe,
    require,
)

STEP = 1e-30


@probe
def leaf(module, number):
    """Return what a new Value holds, having called its _backward."""
    value = module.Value(number)
    value._backward()
    return value.data, value.grad, value._parents


@probe
def parents(module, text, leaves):
    """Return the type and the names of the parents of what `text` computes."""
    values = {name: module.Value(x) for name, x in leaves.items()}
    root = eval(text, dict(values))
    names = {id(value): name for name, value in values.items()}
    kind = type(root._parents).__name__
    if kind != "tuple":
        return kind, []
    return kind, [names.get(id(node), "?") for node in root._parents]


@probe
def walk_back(module, text, leaves, grad=1.0, start=0.0):
    """Compute `text`, then call every _backward, from the result to the leaves.

    The result's grad is set to `grad`, and the leaves' grads to `start`.
    Returns the result's number, as a float, and the grads of the leaves.
    """
    values = {name: module.Value(x) for name, x in leaves.items()}
    for value in values.values():
        value.grad = start
    space = {
        "exp": lambda value: value.exp(),
        "tanh": lambda value: value.tanh(),
        "relu": lambda value: value.relu(),
    }
    root = eval(text, {**space, **values})
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    root.grad = grad
    for node in reversed(order):
        node._backward()
    return float(root.data), {
        name: value.grad for name, value in values.items()
    }


def relu(z):
    return z if z.real > 0 else 0.0


def value_of(text, leaves):
    space = {"exp": cmath.exp, "tanh": cmath.tanh, "relu": relu}
    return complex(eval(text, {**space, **leaves}))


def slope_of(text, leaves, name):
    moved = {**leaves, name: complex(leaves[name], STEP)}
    return value_of(text, moved).imag / STEP


def assert_walk(learner, text, leaves, grad=1.0, start=0.0):
    """Fail unless the number and all grads of an expression are right."""
    settings = (
        {} if (grad, start) == (1, 0) else {"grad": grad, "start": start}
    )
    data, grads = walk_back(learner, text, leaves, **settings)
    wanted = value_of(text, leaves).real
    assert_close(data, wanted, what=f"the number that {text} holds")
    for name in leaves:
        share = grad * slope_of(text, leaves, name)
        what = f"the grad of {name}, for {text},"
        assert_close(grads[name], start + share, what=what)


@case("Value(3) is a leaf: a float, grad 0.0, no parents, nothing to do")
def new_leaf(learner):
    for given in (3, 3.0, np.int64(3), np.float32(3)):
        data, grad, above = leaf(learner, given)
        assert_equal(data, 3.0, what="data")
        assert_equal(grad, 0.0, what="grad")
        require(above == (), "_parents of a leaf must be (), not", above)


@case("sums and products remember their two operands, in order")
def operands(learner):
    leaves = {"a": 2.0, "b": -3.0}
    for text, names in (
        ("a + b", ["a", "b"]),
        ("b * a", ["b", "a"]),
        ("a * a", ["a", "a"]),
    ):
        kind, found = parents(learner, text, leaves)
        require(kind == "tuple", f"_parents must be a tuple, not a {kind}")
        assert_equal(found, names, what=f"_parents of {text}")


@case(
    "a sum passes its grad on, a product swaps its factors",
    a=number(-3, 3),
    b=number(-3, 3),
)
def sum_and_product(learner, a, b):
    for text in ("a + b", "a * b"):
        assert_walk(learner, text, {"a": a, "b": b})


@case(
    "a share is the slope times the node's own grad",
    a=number(-3, 3),
    b=number(-3, 3),
    grad=number(2, 4),
)
def own_grad(learner, a, b, grad):
    for text in ("a + b", "a * b"):
        assert_walk(learner, text, {"a": a, "b": b}, grad=grad)


@case(
    "differences, quotients and signs",
    a=number(-3, 3),
    b=number(1, 3),
)
def difference_and_quotient(learner, a, b):
    for text in ("a - b", "a / b"):
        assert_walk(learner, text, {"a": a, "b": b})
    assert_walk(learner, "-a", {"a": a})


@case("a plain number may stand on either side", v=number(1, 3))
def plain_numbers(learner, v):
    for sign in "+-*/":
        for text in (f"v {sign} 2", f"2 {sign} v", f"0.5 {sign} v"):
            assert_walk(learner, text, {"v": v})


@case("integers of numpy divide like any number")
def numpy_integers(learner):
    leaves = {"a": np.int64(3), "b": np.int64(4)}
    assert_walk(learner, "a / b", leaves)


@case("powers, also of 0 and of negative numbers", v=number(1.5, 3))
def powers(learner, v):
    for n in ("2", "3", "-1", "0.5"):
        assert_walk(learner, f"v ** {n}", {"v": v})
    for n in ("1", "2", "3"):
        for base in (-v, 0.0):
            assert_walk(learner, f"v ** {n}", {"v": base})


@case("exp and tanh", v=number(0.2, 2))
def exp_and_tanh(learner, v):
    for text in ("exp(v)", "tanh(v)"):
        for x in (v, -v):
            assert_walk(learner, text, {"v": x})


@case("relu: slope 1 above 0, slope 0 below and at 0", v=number(0.1, 3))
def rectifier(learner, v):
    for x in (v, -v, 0.0):
        assert_walk(learner, "relu(v)", {"v": x})


@case("tanh stays finite far out")
def far_out(learner):
    for x in (1000.0, -1000.0):
        assert_walk(learner, "tanh(v)", {"v": x})


@case("a value used twice collects both shares", v=number(0.5, 2))
def used_twice(learner, v):
    for text in ("v + v", "v * v", "v - v", "v * v * v + v"):
        assert_walk(learner, text, {"v": v})


@case(
    "shares are added to a grad that is there already",
    a=number(0.5, 2),
    b=number(0.5, 2),
)
def added(learner, a, b):
    for text in ("a + b", "a * b", "a ** 2", "exp(a)", "tanh(a)", "relu(a)"):
        assert_walk(learner, text, {"a": a, "b": b}, start=5.0)


@case(
    "in long expressions every node keeps its own operands",
    w=number(0.5, 2),
    x=number(0.5, 2),
    b=number(0.5, 2),
)
def long_expressions(learner, w, x, b):
    for text in (
        "(w * x + b - 1) ** 2",
        "tanh(w * x - b) * exp(-x) + w / b",
        "(h := w * x) * h + h / b",
        "relu(w - x) * b + relu(x - w) * x + sum([w, x, b])",
        "exp(2 * tanh(w)) / (1 + x ** 2) - b ** 0.5",
    ):
        assert_walk(learner, text, {"w": w, "x": x, "b": b})
