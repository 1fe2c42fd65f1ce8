"""Mistakes in the choice of a function: its twin, or the bare argument."""

from collections.abc import Iterator

import libcst as cst

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import is_function, name_of, positional

PAIRS = (
    ("sum", "mean"),
    ("max", "min"),
    ("amax", "amin"),
    ("argmax", "argmin"),
    ("std", "var"),
    ("maximum", "minimum"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("floor", "ceil"),
    ("any", "all"),
    ("sin", "cos"),
    ("triu", "tril"),
    ("cumsum", "cumprod"),
    ("rand", "randn"),
    ("softmax", "log_softmax"),
)
"""Functions that are mistaken for one another."""

TORCH_PAIRS = (("tanh", "sigmoid"), ("Tanh", "Sigmoid"))
"""The same, for pairs of which numpy lacks one."""

ONE_WAY = {"log1p": "log", "expm1": "exp", "log2": "log", "log10": "log", "prod": "sum"}

TWINS = ONE_WAY | dict(PAIRS) | {other: one for one, other in PAIRS}

TORCH_TWINS = dict(TORCH_PAIRS) | {other: one for one, other in TORCH_PAIRS}

BUILTIN_TWINS = {"max": "min", "min": "max", "any": "all", "all": "any"}

DROPPED = frozenset(
    {"exp", "log", "log1p", "expm1", "log2", "sqrt", "abs", "fabs", "absolute", "square"}
    | {
        "tanh",
        "sigmoid",
        "relu",
        "gelu",
        "softmax",
        "log_softmax",
        "floor",
        "ceil",
        "round",
    }
    | {
        "maximum",
        "minimum",
        "max",
        "min",
        "clip",
        "clamp",
        "clamp_min",
        "clamp_max",
        "copy",
    }
    | {"deepcopy", "transpose", "squeeze", "flip", "triu", "tril", "normalize", "dropout"}
    | {"float", "int", "sorted", "reversed"}
)
"""Functions that one forgets to apply."""

NEEDS_TWO = frozenset({"max", "min"})
"""Functions that are forgotten only where they compare their arguments."""

DROPPED_METHODS = frozenset(
    {
        "copy",
        "clone",
        "detach",
        "detach_",
        "item",
        "numpy",
        "tolist",
        "astype",
        "to",
        "type",
    }
    | {"float", "double", "long", "int", "bool", "reshape", "view", "view_as", "flatten"}
    | {"ravel", "squeeze", "unsqueeze", "transpose", "permute", "swapaxes", "contiguous"}
    | {"exp", "log", "log1p", "sqrt", "abs", "square", "tanh", "sigmoid", "relu", "softmax"}
    | {"log_softmax", "clip", "clamp", "clamp_min", "floor", "ceil", "round", "expand"}
    | {"requires_grad_", "masked_fill", "triu", "tril", "flip", "pow"}
)
"""Methods that one forgets to call; the object stays."""

TURNED = frozenset({"T", "mT", "H"})
"""Attributes that turn an array over."""

NUMBERS = frozenset({"float", "int"})
"""What makes a number one of Python's own: harnesses take numpy's for the same."""


def swap_function(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """The twin of a function: sum and mean, max and min, zeros and ones, …"""
    match node:
        case cst.Call(func=cst.Attribute(value=owner) as func):
            name = func.attr.value
            twin = TWINS.get(name)
            if twin is None and name_of(owner) not in ("np", "numpy", "math"):
                twin = TORCH_TWINS.get(name)
            if twin is not None:
                yield node.with_changes(func=func.with_changes(attr=cst.Name(twin)))
        case cst.Call(func=cst.Name(value=name)) if name in BUILTIN_TWINS:
            yield node.with_changes(func=cst.Name(BUILTIN_TWINS[name]))


def drop_function(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A function not applied: `np.exp(x)` is x, `np.maximum(x, 0)` is x."""
    match node:
        case cst.Call() if is_function(node) and not isinstance(site.parent, cst.Expr):
            places = positional(node)
            name = name_of(node).lstrip("_")
            needed = 2 if name in NEEDS_TWO else 1
            alone = name not in NEEDS_TWO or isinstance(node.func, cst.Name)
            if name in DROPPED - NUMBERS and alone and len(places) >= needed:
                yield node.args[places[0]].value


def drop_method(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A method not called, or a .T left out: `x.copy()` is x, `W.T` is W."""
    match node:
        case cst.Call(func=cst.Attribute(value=owner, attr=attr)):
            if is_function(node) or isinstance(site.parent, cst.Expr):
                return
            if attr.value in DROPPED_METHODS and not moves_only(node):
                yield owner
        case cst.Attribute(value=owner, attr=attr) if attr.value in TURNED:
            yield owner


def moves_only(call: cst.Call) -> bool:
    """Return whether this is `x.to(device)`, which computes the same."""
    match call:
        case cst.Call(args=[cst.Arg(value=value)]) if name_of(call) == "to":
            return isinstance(value, cst.BaseString) or name_of(value) == "device"
    return False
