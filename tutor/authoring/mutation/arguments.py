"""Mistakes in what a function is given: the axis, the order, one left out."""

from collections.abc import Iterator

import libcst as cst

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import (
    is_function,
    name_of,
    number,
    positional,
    value_of,
    with_value,
    without,
)

AXIS_SECOND = frozenset(
    {"sum", "mean", "max", "min", "amax", "amin", "argmax", "argmin", "std", "var", "prod"}
    | {"cumsum", "cumprod", "softmax", "log_softmax", "logsumexp", "any", "all", "sort"}
    | {"argsort", "concatenate", "stack", "cat", "flip", "expand_dims", "unsqueeze"}
    | {"squeeze", "gather", "median"}
)
"""Functions `f(x, axis)`, which are also methods `x.f(axis)`."""

AXIS_THIRD = frozenset({"norm", "take_along_axis"})
"""Functions `f(x, something, axis)`."""

BUILTIN = frozenset({"sum", "max", "min", "any", "all"})
"""Python's own functions of these names know no axis."""

ANY_ORDER = frozenset(
    {"maximum", "minimum", "max", "min", "logaddexp", "add", "multiply", "isclose", "hypot"}
    | {"allclose", "array_equal", "equal", "transpose", "swapaxes", "range", "enumerate"}
)
"""Calls that come to the same in any order, or have operators of their own."""

FIRST_FIXED = frozenset({"where", "clip", "clamp", "full", "einsum", "setattr", "getattr"})
"""Calls of which the first argument could not be mistaken for the second."""

KEPT_KEYWORDS = frozenset({"axis", "dim", "keepdims", "keepdim", "strict", "device"})
"""Keywords that other operators change, or that make no difference."""


def change_axis(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Another axis, or none, by keyword or by position: 0 and 1, -1 and 0."""
    match node:
        case cst.Call():
            place = axis_place(node)
            if place is None:
                return
            value = node.args[place].value
            if name_of(value) != "None":
                yield with_value(node, place, other_axis(value))
                if place == len(node.args) - 1 or node.args[place].keyword is not None:
                    yield without(node, place)


def reorder_arguments(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Two neighbours among the positional arguments of a call swapped."""
    match node:
        case cst.Call(args=args) if name_of(node) not in ANY_ORDER:
            places = [i for i in positional(node) if i != axis_place(node)]
            first = 1 if name_of(node) in FIRST_FIXED else 0
            for i in places[first : first + 2]:
                if i + 1 in places:
                    there = with_value(node, i, args[i + 1].value)
                    yield with_value(there, i + 1, args[i].value)


def drop_keyword(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A keyword argument forgotten."""
    match node:
        case cst.Call(args=args):
            for place, arg in enumerate(args):
                if arg.keyword is not None and arg.keyword.value not in KEPT_KEYWORDS:
                    yield without(node, place)


def reorder_items(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Two neighbours in a tuple, a list or an index swapped: `x[i, j]` and `x[j, i]`."""
    match node:
        case cst.Tuple(elements=items) | cst.List(elements=items):
            if isinstance(node, cst.List) and all(
                value_of(i.value) is not None for i in items
            ):
                return
            for i in range(min(2, len(items) - 1)):
                changed = list(items)
                one, other = items[i], items[i + 1]
                changed[i], changed[i + 1] = (
                    other.with_changes(comma=one.comma),
                    one.with_changes(comma=other.comma),
                )
                yield node.with_changes(elements=changed)
        case cst.Subscript(slice=[one, other, *rest]):
            pair = [
                one.with_changes(slice=other.slice),
                other.with_changes(slice=one.slice),
            ]
            yield node.with_changes(slice=[*pair, *rest])


def axis_place(call: cst.Call) -> int | None:
    """Return which argument of a call is the axis, if one is."""
    for place, arg in enumerate(call.args):
        if arg.keyword is not None and arg.keyword.value in ("axis", "dim"):
            return place
    name = name_of(call).lstrip("_")
    if isinstance(call.func, cst.Name) and name in BUILTIN:
        return None
    usual = 1 if name in AXIS_SECOND else 2 if name in AXIS_THIRD else None
    if usual is None:
        return None
    place = usual if is_function(call) else usual - 1
    if place not in positional(call):
        return None
    value = call.args[place].value
    known = value_of(value) is not None or name_of(value) in ("axis", "dim")
    return place if known else None


def other_axis(value: cst.BaseExpression) -> cst.BaseExpression:
    """Return an axis that one could mistake for this one."""
    match value:
        case cst.Tuple(elements=[first, *_]):
            return first.value
    axis = value_of(value)
    if axis == 0:
        return number(1)
    return number(axis - 1 if axis is not None and axis > 0 else 0)
