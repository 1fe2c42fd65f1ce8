"""Mistakes in constants: one more or less, twice or half, the wrong sign or flag."""

from collections.abc import Iterator

import libcst as cst

from tutor.authoring.mutation.arguments import axis_place
from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import name_of, negated, number, value_of

FEW = 10
"""From here on a whole number is rather an amount than a count."""

TINY = 1e-4
"""Below this a number only guards; its double guards as well."""


def change_number(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Another number: a whole one plus or minus 1, another twice, half or negative.

    Named settings of at least `FEW` are halved and doubled, for the next number would do
    as well; a tiny guard becomes a thousand times larger.
    """
    value = value_of(node)
    if value is None or not is_plain(site):
        return
    if isinstance(value, float):
        others = float_neighbours(value)
    elif abs(value) < FEW:
        others = (-value, value + 1) if value < 0 else (value + 1, value - 1)
    elif is_setting(site):
        others = (value * 2, value // 2)
    else:
        others = (value + 1, value // 2)
    for other in others:
        if other != idle_value(site):
            yield number(other)


def flip_flag(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """True and False swapped; a parameter that is None by default becomes 0."""
    match node:
        case cst.Name(value="True"):
            yield cst.Name("False")
        case cst.Name(value="False"):
            yield cst.Name("True")
        case cst.Name(value="None") if isinstance(site.parent, cst.Param):
            yield number(0)


def change_infinity(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Infinity with a minus."""
    match node:
        case cst.Attribute(attr=cst.Name(value="inf")):
            if not isinstance(site.parent, cst.UnaryOperation):
                yield negated(node)


def float_neighbours(value: float) -> tuple[float, ...]:
    """Return what a number with a point is replaced by."""
    if value == 0:
        return (1.0,)
    if value == 1:
        return (0.0, 2.0)
    if abs(value) < TINY:
        return (float(f"{value * 1000:.6g}"),)
    return value * 2, value / 2, -value


def is_plain(site: Site) -> bool:
    """Return whether no other operator changes this number, such as that of an axis."""
    match site.parent:
        case cst.UnaryOperation(operator=cst.Minus()) | cst.Index() | cst.Slice():
            return False
        case cst.Arg(keyword=keyword):
            call = site.call()
            if call is None:
                return True
            place = call.args.index(site.parent)
            return name_of(call) not in ("range", "enumerate") and (
                name_of(keyword) not in ("axis", "dim") and axis_place(call) != place
            )
    return True


def is_setting(site: Site) -> bool:
    """Return whether this is the value of a named setting: `BATCH = 32`."""
    match site.parent:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            return name.isupper()
    return False


def idle_value(site: Site) -> float | None:
    """Return the number that changes nothing here: 0 in a sum, 1 in a product.

    To forget the whole operand is another operator's mistake.
    """
    match site.parent:
        case cst.BinaryOperation(operator=cst.Add()):
            return 0
        case cst.BinaryOperation(operator=cst.Subtract(), right=right):
            return 0 if right is site.node else None
        case cst.BinaryOperation(operator=cst.Multiply()):
            return 1
        case cst.BinaryOperation(operator=cst.Divide() | cst.Power(), right=right):
            return 1 if right is site.node else None
        case cst.AugAssign(operator=cst.AddAssign() | cst.SubtractAssign()):
            return 0
        case cst.AugAssign(operator=cst.MultiplyAssign() | cst.DivideAssign()):
            return 1
    return None
