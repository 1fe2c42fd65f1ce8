"""Mistakes in arithmetic: the wrong operator, a part forgotten, a sign lost."""

from collections.abc import Iterator

import libcst as cst
from libcst import matchers as m

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import (
    bare,
    name_of,
    negated,
    operation,
    value_of,
)

OTHERS: dict[type[cst.BaseBinaryOp], tuple[type[cst.BaseBinaryOp], ...]] = {
    cst.Add: (cst.Subtract,),
    cst.Subtract: (cst.Add,),
    cst.Multiply: (cst.Divide,),
    cst.Divide: (cst.Multiply,),
    cst.Power: (cst.Multiply,),
    cst.FloorDivide: (cst.Divide, cst.Modulo),
    cst.Modulo: (cst.FloorDivide,),
    cst.BitAnd: (cst.BitOr,),
    cst.BitOr: (cst.BitAnd,),
}

AUGMENTED: dict[type[cst.BaseAugOp], type[cst.BaseAugOp]] = {
    cst.AddAssign: cst.SubtractAssign,
    cst.SubtractAssign: cst.AddAssign,
    cst.MultiplyAssign: cst.DivideAssign,
    cst.DivideAssign: cst.MultiplyAssign,
    cst.FloorDivideAssign: cst.DivideAssign,
    cst.BitAndAssign: cst.BitOrAssign,
    cst.BitOrAssign: cst.BitAndAssign,
}

EVEN = frozenset({"abs", "absolute", "fabs", "square", "norm", "cos", "cosh"})
"""Functions to which the sign of their argument is all one."""

NO_NUMBERS = frozenset(
    {"any", "all", "list", "tuple", "dict", "set", "str", "bool", "sorted"}
)
"""Calls of which the negative would be no plausible mistake."""


def swap_arithmetic(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Another operator: + and -, * and /, ** and *, // and / and %, & and |."""
    match node:
        case cst.BinaryOperation(left=left, right=right) if not has_text(node):
            for other in OTHERS.get(type(node.operator), ()):
                yield operation(left, other(), right)


def swap_operands(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """The operands of - and @ the other way round."""
    match node:
        case cst.BinaryOperation(operator=cst.Subtract()) if is_even(site):
            return
        case cst.BinaryOperation(operator=cst.Subtract() | cst.MatrixMultiply()):
            yield operation(node.right, node.operator, node.left)


def drop_operand(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A term of a sum, a factor of a product, a divisor or an exponent forgotten."""
    match node:
        case cst.BinaryOperation(left=left, right=right) if not has_text(node):
            parts: tuple[cst.BaseExpression, ...]
            match node.operator:
                case cst.Add():
                    parts, idle = (left, right), 0
                case cst.Multiply():
                    parts, idle = (left, right), 1
                case cst.Subtract():
                    parts, idle = (left,), 0
                case cst.Divide() | cst.Power() | cst.FloorDivide():
                    parts, idle = (left,), 1
                case _:
                    return
            for part, gone in zip(parts, (right, left), strict=False):
                if value_of(gone) != idle:
                    yield part


def change_sign(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A minus or ~ lost, or a minus too many on what is returned."""
    match node:
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            if value_of(node) is None and not is_even(site):
                yield inner
        case cst.UnaryOperation(operator=cst.BitInvert(), expression=inner):
            yield inner
        case cst.BaseExpression() if is_returned(node, site):
            yield negated(bare(node))


def swap_augmented(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Another augmented assignment: += and -=, *= and /=, or a plain =."""
    match node:
        case cst.AugAssign(target=target, value=value, semicolon=semicolon):
            other = AUGMENTED.get(type(node.operator))
            if other is not None:
                yield node.with_changes(operator=other())
            yield cst.Assign([cst.AssignTarget(target)], value, semicolon)


def has_text(node: cst.BinaryOperation) -> bool:
    """Return whether an operand is a string, so that this is no arithmetic."""
    return isinstance(node.left, cst.BaseString) or isinstance(node.right, cst.BaseString)


def is_even(site: Site) -> bool:
    """Return whether the sign of an expression is lost at once, as in `(a - b) ** 2`."""
    match site.parent:
        case cst.BinaryOperation(operator=cst.Power(), left=left, right=right):
            exponent = value_of(right)
            return left is site.node and exponent is not None and exponent % 2 == 0
    return name_of(site.call()) in EVEN


def is_returned(node: cst.BaseExpression, site: Site) -> bool:
    """Return whether this is a number that a function returns, alone or in a tuple."""
    match node:
        case cst.BinaryOperation():
            numeric = not m.findall(node, m.SimpleString())
        case cst.Call():
            name = name_of(node)
            numeric = name not in NO_NUMBERS and not name[:1].isupper()
        case cst.Name():
            alone = isinstance(site.parent, cst.Return)
            numeric = alone and node.value not in ("None", "True", "False", "self")
        case _:
            numeric = False
    match site.ancestors[-3:]:
        case (*_, cst.Return()):
            return numeric
        case (cst.Return(), cst.Tuple(), cst.Element()):
            return numeric
    return False
