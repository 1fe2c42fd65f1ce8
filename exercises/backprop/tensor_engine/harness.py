"""Checks for backprop/tensor_engine. Oracle: numpy and central differences.

An expression is Python text. The learner's process evaluates it with tensors,
the judge with arrays.
"""

from functools import cache

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_within_ratio,
    built,
    case,
    number,
    numeric_gradient,
    probe,
    raises,
    require,
    uniform,
)


@probe
def evaluate(module, code, *, constants, weights, **leaves):
    """Return the value of `out`, and the gradients of its weighted sum.

    No gradients when `out` has not the shape of the weights.
    """
    tensors = {
        name: module.Tensor(value, requires_grad=name not in constants)
        for name, value in leaves.items()
    }
    space = {"np": np, **tensors}
    exec(code, space)
    out = space["out"]
    if not isinstance(out, module.Tensor):
        raise TypeError(f"out must be a Tensor, not a {type(out).__name__}")
    if np.shape(out.data) != weights.shape:
        return out.data, None
    (out * module.Tensor(weights)).sum().backward()
    grads = {name: tensor.grad for name, tensor in tensors.items()}
    return np.asarray(out.data), {
        name: grad if grad is None else np.asarray(grad)
        for name, grad in grads.items()
    }


@probe
def backward_from(module, code, numbers, root):
    """Return the gradients of the number `root` for each of `numbers`."""
    space = {
        name: module.Tensor(value, requires_grad=True)
        for name, value in numbers.items()
    }
    leaves = dict(space)
    exec(code, space)
    space[root].backward()
    return [
        tensor.grad if tensor.grad is None else np.asarray(tensor.grad)
        for tensor in leaves.values()
    ]


class Plain(np.ndarray):
    """A numpy array, with the methods a Tensor has on top of numpy's."""

    def relu(self):
        return plain(np.maximum(self, 0.0))

    def exp(self):
        return plain(np.exp(self))

    def log(self):
        return plain(np.log(self))

    def __getitem__(self, index):
        return plain(np.asarray(self)[index])


def plain(values):
    return np.asarray(values, dtype=np.float64).view(Plain)


@cache
def compiled(code):
    return compile(code, "<expression>", "exec")


def value_of(code, arrays):
    """Return what `code` gives in numpy."""
    space = {name: plain(value) for name, value in arrays.items()}
    exec(compiled(code), {"np": np}, space)
    return np.asarray(space["out"])


def slope(code, arrays, name, weights):
    """Return the gradient of the weighted sum, by central differences."""

    def loss(value):
        return np.sum(weights * value_of(code, {**arrays, name: value}))

    return numeric_gradient(loss, arrays[name])


def agrees(learner, code, constants=None, **variables):
    """Compare the value of `out` and every gradient with numpy's."""
    constants = constants or {}
    arrays = {**variables, **constants}
    expected = value_of(code, arrays)
    weights = np.random.default_rng(7).uniform(0.5, 2.0, expected.shape)
    value, grads = evaluate(
        learner, code, **arrays, constants=list(constants), weights=weights
    )
    assert_close(value, expected, what="out.data")
    for name in variables:
        require(
            grads[name] is not None,
            f"{name} requires a gradient, and {name}.grad is None after "
            "backward",
        )
        exact = slope(code, arrays, name, weights)
        assert_close(grads[name], exact, what=f"{name}.grad")
    for name in constants:
        require(
            grads[name] is None,
            f"{name} is a constant, so {name}.grad must stay None",
            got=grads[name],
        )


def apart(low, high):
    """Return a draw of a matrix that keeps away from 0 on both sides."""

    @built("N", "D")
    def make(rng, sizes):
        shape = sizes["N"], sizes["D"]
        return rng.uniform(low, high, shape) * rng.choice([-1.0, 1.0], shape)

    return make


@probe
def made_of(module, given, requires_grad):
    """Return all there is to see of a tensor whose source changes later."""
    tensor = module.Tensor(given, requires_grad=requires_grad)
    if isinstance(given, np.ndarray):
        given += 100
    constant = module.Tensor([1.0])
    return (
        tensor.data,
        tensor.shape,
        tensor.requires_grad,
        tensor.grad,
        constant.requires_grad,
    )


@case("a tensor holds float64 numbers of its own, and no gradient yet")
def constructor(learner, rng):
    whole = rng.integers(-9, 9, (2, 3))
    for given in (
        rng.normal(size=(3, 2)),
        whole.tolist(),
        whole,
        float(rng.normal()),
    ):
        for wanted in (True, False):
            values = np.array(given, dtype=np.float64)
            data, shape, flag, grad, plain_flag = made_of(
                learner, given, wanted
            )
            assert_close(
                data, values, dtype="float64", what="Tensor(...).data"
            )
            assert_equal(shape, values.shape, what="Tensor(...).shape")
            assert_equal(flag, wanted, what="requires_grad")
            assert_equal(plain_flag, False, what="Tensor([1.0]).requires_grad")
            require(
                grad is None, "grad must be None before any backward", grad
            )


@case(
    "numbers: + and * pass their gradients on",
    a=number(-2, 2),
    b=number(-2, 2),
    c=number(-2, 2),
    tries=2,
)
def numbers(learner, a, b, c):
    found = backward_from(
        learner, "out = a * b + c", {"a": a, "b": b, "c": c}, "out"
    )
    for name, got, exact in zip("abc", found, (b, a, 1.0), strict=True):
        assert_close(got, np.array(exact), what=f"{name}.grad")


@case(
    "a tensor used twice gathers both shares, before it passes them on",
    a=number(0.5, 2),
    b=number(0.5, 2),
    tries=2,
)
def used_twice(learner, a, b):
    for code in (
        "out = a * a + b * a",
        "d = a * b\nout = d * d + d",
        "d = a * b\ne = d + d * a\nout = e * d",
        "d = a * b\ne = d * a + d\nout = d * e",
    ):
        pair = {"a": np.array(a), "b": np.array(b)}
        found = backward_from(learner, code, {"a": a, "b": b}, "out")
        for name, got in zip("ab", found, strict=True):
            exact = slope(code, pair, name, 1.0)
            assert_close(got, exact, what=f"{name}.grad")


@case(
    "sum and *: each element has its own gradient",
    a=array("N", "D"),
    b=array("N", "D"),
    tries=2,
)
def sum_all(learner, a, b):
    agrees(learner, "out = (a * b).sum()", a=a, b=b)


@case(
    "+, - and negation",
    a=array("N", "D"),
    b=array("N", "D"),
    tries=2,
)
def sums(learner, a, b):
    agrees(learner, "out = a + b", a=a, b=b)
    agrees(learner, "out = a - b", a=a, b=b)
    agrees(learner, "out = -a", a=a)


@case("division", a=array("N", "D"), b=apart(0.5, 2.0), tries=2)
def division(learner, a, b):
    agrees(learner, "out = a / b", a=a, b=b)


@case("a number may stand on either side", a=apart(0.5, 2.0), tries=2)
def with_numbers(learner, a):
    for code in ("a + 2", "2 + a", "a * 3", "3 * a"):
        agrees(learner, f"out = {code}", a=a)
    for code in ("a - 2", "2.5 - a", "a / 4", "1.5 / a"):
        agrees(learner, f"out = {code}", a=a)


@case(
    "two operands never share one gradient array",
    a=array("N", "D"),
    b=array("N", "D"),
    tries=2,
)
def shared(learner, a, b):
    agrees(learner, "out = a + b + a", a=a, b=b)
    agrees(learner, "out = b + a + a", a=a, b=b)


@case(
    "broadcasting: what was copied is summed",
    a=array("N", "D"),
    row=array("D"),
    column=array("N", 1),
    factor=array(),
    b=apart(0.5, 2.0),
    tries=2,
)
def broadcasting(learner, a, row, column, factor, b):
    agrees(learner, "out = a + row", a=a, row=row)
    agrees(learner, "out = column - a", a=a, column=column)
    agrees(learner, "out = row * column", row=row, column=column)
    agrees(learner, "out = factor / b", factor=factor, b=b)
    agrees(learner, "out = row / b[0:1, :]", row=row, b=b)
    agrees(learner, "out = a / b[:, 0:1]", a=a, b=b)


@case(
    "the product of two matrices",
    a=array("N", "K"),
    b=array("K", "M"),
    tries=3,
)
def matmul(learner, a, b):
    agrees(learner, "out = a @ b", a=a, b=b)


@case(
    "stacks of matrices, one pair at a time",
    a=array("B", "N", "K"),
    b=array("B", "K", "M"),
    sizes=dict.fromkeys("BNKM", (1, 4)),
    tries=3,
)
def matmul_batched(learner, a, b):
    agrees(learner, "out = a @ b", a=a, b=b)


@case(
    "a stack times one matrix",
    a=array("B", "N", "K"),
    b=array("K", "M"),
    c=array("C", 1, "K", "M"),
    sizes=dict.fromkeys("BCNKM", (1, 3)),
    tries=2,
)
def matmul_broadcast(learner, a, b, c):
    agrees(learner, "out = a @ b", a=a, b=b)
    agrees(learner, "out = a[0] @ c", a=a, c=c)
    agrees(learner, "out = a @ c", a=a, c=c)


AXES = ("0", "1", "2", "-1", "-3", "(0, 2)", "(-1, 1)", "None")


@case(
    "sum along some axes, with and without keepdims",
    a=array("N", "D", "H"),
    sizes=dict.fromkeys("NDH", (2, 4)),
    tries=1,
)
def sum_axis(learner, a):
    for axis in AXES:
        agrees(learner, f"out = a.sum(axis={axis})", a=a)
        agrees(learner, f"out = a.sum(axis={axis}, keepdims=True)", a=a)
    agrees(learner, "out = a.sum(1)", a=a)


@case(
    "mean over everything, and along some axes",
    a=array("N", "D", "H"),
    sizes=dict.fromkeys("NDH", (2, 4)),
    tries=1,
)
def mean(learner, a):
    agrees(learner, "out = a.mean()", a=a)
    for axis in AXES:
        agrees(learner, f"out = a.mean(axis={axis})", a=a)
    agrees(learner, "out = a.mean(axis=1, keepdims=True)", a=a)


@case("ReLU, whose slope at 0 is 0", a=apart(0.1, 2.0), tries=2)
def relu(learner, a):
    agrees(learner, "out = a.relu()", a=a)
    agrees(learner, "out = -a.relu()", a=a)
    kink, weights = np.array([-1.0, 0.0, 2.0]), np.array([3.0, 5.0, 7.0])
    value, grads = evaluate(
        learner, "out = a.relu()", a=kink, constants=[], weights=weights
    )
    assert_close(value, np.array([0.0, 0.0, 2.0]), what="out.data")
    assert_close(grads["a"], np.array([0.0, 0.0, 7.0]), what="a.grad")


@case(
    "exp and log",
    a=array("N", "D"),
    b=array("N", "D", of=uniform(0.3, 3.0)),
    tries=2,
)
def exp_log(learner, a, b):
    agrees(learner, "out = a.exp()", a=a)
    agrees(learner, "out = b.log()", b=b)


@case(
    "reshape: the gradient goes back into the old shape",
    a=array("N", "D", "H"),
    sizes=dict.fromkeys("NDH", (1, 4)),
    tries=2,
)
def reshape(learner, a):
    n, d, h = a.shape
    for shape in (f"{h}, {n * d}", f"{d}, {h}, {n}", "-1", f"-1, {d}"):
        agrees(learner, f"out = a.reshape({shape})", a=a)


@case(
    "transpose: the gradient goes back to the old order",
    a=array("N", "D", "H"),
    b=array("N", "D", "H", "K"),
    sizes=dict.fromkeys("NDHK", (1, 4)),
    tries=3,
)
def transpose(learner, a, b):
    for axes in ("1, 0, 2", "0, 2, 1", "1, 2, 0", "2, 0, 1", ""):
        agrees(learner, f"out = a.transpose({axes})", a=a)
    agrees(learner, "out = a.T", a=a)
    agrees(learner, "out = b.transpose(3, 0, 2, 1)", b=b)


@case(
    "an index picks, and nothing else gets a gradient",
    a=array(4, 3, 2),
    tries=1,
)
def index(learner, a):
    for picked in (
        "0",
        "-1",
        "1:3",
        "::-2",
        ":, 1",
        "..., 0",
        "2, 1, 1",
        "1:, [2, 0]",
        "[3, 1]",
        "np.array([True, False, True, True])",
    ):
        agrees(learner, f"out = a[{picked}]", a=a)


@case(
    "an element picked several times gathers every share",
    a=array(4, 3),
    tries=1,
)
def repeated_index(learner, a):
    for picked in (
        "[1, 1]",
        "np.array([[0, 2], [2, 3]])",
        "[3, 0, 3, 3], [1, 2, 1, 0]",
    ):
        agrees(learner, f"out = a[{picked}]", a=a)


UNARY = (
    "-a",
    "a.sum()",
    "a.mean(axis=0)",
    "a.relu()",
    "a.exp()",
    "a.log()",
    "a.reshape(4)",
    "a.transpose(1, 0)",
    "a.T",
    "a[0]",
    "a + 1",
    "1 - a",
    "2 * a",
    "1 / a",
)
BINARY = ("a + b", "a - b", "a * b", "a / b", "a @ b")


@probe
def need_gradients(module, codes, first, second):
    """Return requires_grad of each result, given that of its operands."""
    space = {
        "a": module.Tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=first),
        "b": module.Tensor([[1.5, 1.0], [2.0, 2.5]], requires_grad=second),
    }
    found = []
    for code in codes:
        exec(f"out = {code}", space)
        found.append(space["out"].requires_grad)
    return found


@case("a result requires a gradient when an operand does")
def propagation(learner):
    for first, second in ((1, 1), (1, 0), (0, 1), (0, 0)):
        codes = BINARY if second else BINARY + UNARY
        flags = need_gradients(learner, codes, bool(first), bool(second))
        for code, flag in zip(codes, flags, strict=True):
            assert_equal(
                flag,
                bool(first or second),
                what=f"({code}).requires_grad with a.requires_grad="
                f"{bool(first)} and b.requires_grad={bool(second)}",
            )


@case(
    "constants get no gradient, and let none through",
    a=array("N", "D"),
    b=apart(0.5, 2.0),
    tries=1,
)
def constants(learner, a, b):
    for code in ("a + b", "b - a", "a * b", "a / b", "a @ b.T", "a.T @ b"):
        agrees(learner, f"out = {code}", {"b": b}, a=a)
    agrees(learner, "out = a / b", {"a": a}, b=b)
    agrees(learner, "d = b * b\nout = a * d", {"b": b}, a=a)


STEPS = 40
FEW = 8


@probe
def keeps_the_graph(module, size, steps, few):
    """Return whether more than `few` arrays are held after `steps` steps."""
    import gc
    import tracemalloc

    ramp = module.Tensor(np.linspace(0.0, 1.0, size))
    gc.collect()
    tracemalloc.start()
    out = ramp
    for _ in range(steps):
        out = (out * 0.5 + ramp).relu()
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held > few * out.data.nbytes


@case("what is computed from constants alone keeps nothing alive")
def memory(learner):
    require(
        not keeps_the_graph(learner, 5_000, STEPS, FEW),
        f"after {STEPS} steps that no gradient will ever take, the memory of "
        f"more than {FEW} arrays is still in use, and one would do. Results "
        "of constants need to remember neither operands nor functions",
    )


@probe
def several_times(module, a, b):
    """Return a.grad after one, two and three backward calls, and afresh."""
    first = module.Tensor(a, requires_grad=True)
    second = module.Tensor(b, requires_grad=True)
    product = first * second
    square = (product * product).sum()
    steps = []

    def note():
        steps.append([np.array(first.grad), np.array(second.grad)])

    square.backward()
    note()
    square.backward()
    note()
    (product * first).sum().backward()
    note()
    first.grad = second.grad = None
    square.backward()
    note()
    return steps


@case(
    "gradients of leaves add up over calls, those on the way start anew",
    a=array("N", "D"),
    b=array("N", "D"),
    tries=1,
)
def again(learner, a, b):
    square = np.array([2 * a * b * b, 2 * a * a * b])
    other = np.array([2 * a * b, a * a])
    told = (
        ("after one backward", square),
        ("after the same backward twice", 2 * square),
        ("after another expression's backward", 2 * square + other),
        ("after grad was set to None and backward called", square),
    )
    found = several_times(learner, a, b)
    for (when, exact), got in zip(told, found, strict=True):
        for name, one, other_one in zip("ab", got, exact, strict=True):
            assert_close(one, other_one, what=f"{name}.grad {when}")


@probe
def buffers(module, code, values):
    """Return what is wrong with the arrays in which gradients are kept."""
    leaves = {
        name: module.Tensor(value, requires_grad=True)
        for name, value in values.items()
    }
    space = dict(leaves)
    exec(code, space)
    space["out"].backward()
    arrays = {f"{name}.grad": leaf.grad for name, leaf in leaves.items()}
    for name in leaves:
        if not arrays[f"{name}.grad"].flags.writeable:
            return f"{name}.grad cannot be written to"
    arrays |= {f"{name}.data": leaf.data for name, leaf in leaves.items()}
    for name in leaves:
        for other, values in arrays.items():
            mine = arrays[f"{name}.grad"]
            if other != f"{name}.grad" and np.may_share_memory(mine, values):
                return f"{name}.grad and {other} are one array"
    return ""


@case("every leaf's gradient is an array of its own, which may be written to")
def own_buffers(learner, rng):
    values = {"a": rng.normal(size=(2, 2)), "b": rng.normal(size=(2, 2))}
    for code in (
        "out = a.sum() + b.sum()",
        "out = (a + b).sum()",
        "out = (a * b).sum()",
        "out = (a.T + b.reshape(2, 2)).sum()",
        "out = (a - b).mean()",
    ):
        problem = buffers(learner, code, values)
        require(
            not problem,
            f"after backward from {code.removeprefix('out = ')}, {problem}. "
            "Whoever clears or scales one gradient in place must not meet "
            "another",
        )


DEEP = 3_000


@probe
def chain(module, steps, x):
    """Return the gradient at the foot of a chain of sums."""
    foot = module.Tensor(x, requires_grad=True)
    top = foot
    for _ in range(steps):
        top = top + foot
    top.backward()
    return float(foot.grad)


@case(f"a chain of {DEEP:,} operations is no problem")
def deep(learner, rng):
    assert_close(chain(learner, DEEP, float(rng.normal())), DEEP + 1.0)


DOUBLINGS = 15


def doubled(module, doublings, x):
    """Return the slope of a number that is doubled again and again."""
    foot = module.Tensor(x, requires_grad=True)
    top = foot
    for _ in range(doublings):
        top = top + top
    top.backward()
    return float(foot.grad)


doubled_there = probe(doubled)


@case("each tensor passes its gradient on once")
def once(learner, reference, rng):
    x = float(rng.normal())
    assert_close(doubled_there(learner, 3, x), 8.0)
    assert_within_ratio(
        lambda: doubled_there(learner, DOUBLINGS, x),
        lambda: doubled(reference, DOUBLINGS, x),
        at_most=60,
        advice=f"{DOUBLINGS} sums of a tensor with itself have "
        f"{2**DOUBLINGS:,} paths through them, and {DOUBLINGS} tensors. Let "
        "each pass on its gradient once, when all of it has come in.",
    )


@probe
def start_at(module, values, requires_grad):
    """Call backward on a result, and return the gradient of its operand."""
    leaf = module.Tensor(values, requires_grad=requires_grad)
    (leaf * 3.0).backward()
    return leaf.grad if leaf.grad is None else np.asarray(leaf.grad)


@case("backward starts at one number, and not at a constant")
def start(learner):
    for one in (np.ones(()), np.ones(1), np.ones((1, 1))):
        assert_close(np.asarray(start_at(learner, one, True)), 3.0 * one)
    itself = backward_from(learner, "out = a", {"a": 2.0}, "a")
    assert_close(itself[0], np.array(1.0), what="a.grad after a.backward()")
    with raises(ValueError, "when the tensor holds three numbers"):
        start_at(learner, np.ones(3), True)
    with raises(ValueError, "when nothing requires a gradient"):
        start_at(learner, np.ones(()), False)


FORMS = (
    "{x} + {y}",
    "{x} - {y}",
    "{x} * {y}",
    "{x} / {y}",
    "{x} @ {y}",
    "{x} @ {y}.T",
    "-{x}",
    "0.5 * {x}",
    "1 - {x}",
    "2 / {x}",
    "{x}.sum(axis=0)",
    "{x}.sum(axis=-1, keepdims=True)",
    "{x}.mean(axis=0)",
    "{x}.mean(axis=1)",
    "{x}.relu()",
    "{x}.exp()",
    "{x}.log()",
    "{x}.reshape(-1, 2)",
    "{x}.reshape(2, 2, -1)",
    "{x}.T",
    "{x}.transpose(2, 0, 1)",
    "{x}[1:]",
    "{x}[[0, 1, 0]]",
    "{x}[:, ::-1]",
)


def usable(text, values, x, y):
    """Return the value of a line, or None where it is unfit for a check."""
    if ".relu" in text and np.abs(values[x]).min() < 0.01:
        return None  # differences across the kink say nothing
    if ".log" in text and values[x].min() < 0.2:
        return None
    under = values[x] if text.startswith("2 /") else values[y]
    if "/" in text and np.abs(under).min() < 0.3:
        return None
    if "@" in text and min(values[x].ndim, values[y].ndim) < 2:
        return None
    if "axis" in text and values[x].ndim == 0:
        return None
    try:
        with np.errstate(all="ignore"):
            value = value_of(f"out = {text}", values)
    except (ValueError, IndexError):
        return None
    fit = 0 < value.size <= 40 and np.abs(value).max() < 10
    return value if fit else None


def below(name, operands):
    """Return all that `name` was computed from, itself included."""
    return {name}.union(*(below(n, operands) for n in operands[name]))


@built()
def program(rng, _):
    """Draw some lines of code, and the arrays they begin with."""
    n, d, h = map(int, rng.permutation([2, 3, 4]))
    shapes = {"a": (n, d), "b": (d, h), "c": (h,), "d": (n, 1), "e": ()}
    arrays = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    values, operands = dict(arrays), dict.fromkeys(arrays, ())
    lines, needed = {}, set()
    while len(needed & set(lines)) < 5:
        names = list(values)
        # Every other line goes on from the line before.
        x = names[-1] if rng.integers(2) else str(rng.choice(names))
        y = str(rng.choice(names))
        form = str(rng.choice(FORMS))
        text = form.format(x=x, y=y)
        value = usable(text, values, x, y)
        if value is not None:
            name = f"v{len(lines)}"
            lines[name] = f"{name} = {text}"
            values[name] = value
            operands[name] = (x, y) if "{y}" in form else (x,)
            needed = below(name, operands)
    code = [line for name, line in lines.items() if name in needed]
    leaves = sorted(needed & set(arrays))
    fixed = leaves[:1] if len(leaves) > 1 and rng.integers(2) else []
    return (
        "\n".join([*code, f"out = {name}"]),
        {name: arrays[name] for name in leaves if name not in fixed},
        {name: arrays[name] for name in fixed},
    )


@case("thirty expressions drawn at random", program=program, tries=30)
def expressions(learner, program):
    code, variables, fixed = program
    agrees(learner, code, fixed, **variables)
