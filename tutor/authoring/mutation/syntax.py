"""Pieces of syntax that operators take apart and put together."""

from typing import TypeVar

import libcst as cst

Expression = TypeVar("Expression", bound=cst.BaseExpression)

MODULES = frozenset({"np", "numpy", "math", "torch", "nn", "F", "functional", "linalg"})
"""What functions are called on: `np.exp(x)` is a function of x, `z.exp()` a method of z."""

ATOM = 13
UNARY = 11
BINARY: dict[type[cst.BaseBinaryOp], int] = {
    cst.BitOr: 5,
    cst.BitXor: 6,
    cst.BitAnd: 7,
    cst.LeftShift: 8,
    cst.RightShift: 8,
    cst.Add: 9,
    cst.Subtract: 9,
    cst.Multiply: 10,
    cst.MatrixMultiply: 10,
    cst.Divide: 10,
    cst.FloorDivide: 10,
    cst.Modulo: 10,
    cst.Power: 12,
}


def level(node: cst.BaseExpression) -> int:
    """Return how tightly an expression binds; what stands in parentheses is an atom."""
    if node.lpar:
        return ATOM
    match node:
        case cst.BinaryOperation():
            return BINARY[type(node.operator)]
        case cst.UnaryOperation():
            return 3 if isinstance(node.operator, cst.Not) else UNARY
        case cst.BooleanOperation():
            return 1 if isinstance(node.operator, cst.Or) else 2
        case cst.Comparison():
            return 4
        case cst.Lambda() | cst.IfExp() | cst.NamedExpr() | cst.Yield() | cst.Tuple():
            return 0
    return ATOM


def wrapped(node: Expression, at_least: int = ATOM) -> Expression:
    """Return the expression, in parentheses unless it binds tightly enough."""
    if level(node) >= at_least:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def bare(node: Expression) -> Expression:
    """Return the expression without the parentheses around it."""
    return node.with_changes(lpar=[], rpar=[])


def operation(
    left: cst.BaseExpression, operator: cst.BaseBinaryOp, right: cst.BaseExpression
) -> cst.BinaryOperation:
    """Return `left operator right`, with the parentheses that this needs."""
    mine = BINARY[type(operator)]
    raised = isinstance(operator, cst.Power)
    return cst.BinaryOperation(
        wrapped(left, ATOM if raised else mine),
        operator,
        wrapped(right, UNARY if raised else mine + 1),
    )


def negated(node: cst.BaseExpression) -> cst.UnaryOperation:
    """Return the expression with a minus before it."""
    return cst.UnaryOperation(cst.Minus(), wrapped(node, UNARY))


def number(value: float) -> cst.BaseExpression:
    """Return the literal of a number; a negative one is a minus and a literal."""
    if value < 0:
        return negated(number(-value))
    kind = cst.Float if isinstance(value, float) else cst.Integer
    return kind(repr(value))


def value_of(node: cst.CSTNode | None) -> int | float | None:
    """Return the value of a literal number, with its minus if it has one."""
    match node:
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            value = value_of(inner)
            return None if value is None else -value
        case cst.Integer() | cst.Float():
            return node.evaluated_value
    return None


def shifted(node: cst.BaseExpression, by: int) -> cst.BaseExpression:
    """Return an expression that is `by` more; a literal is worked out."""
    value = value_of(node)
    if value is not None:
        return number(value + by)
    return operation(node, cst.Add() if by > 0 else cst.Subtract(), number(abs(by)))


def name_of(node: cst.CSTNode | None) -> str:
    """Return the last part of a name: "exp" for `exp`, `np.exp` and `np.exp(x)`."""
    match node:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
        case cst.Call(func=func):
            return name_of(func)
    return ""


def is_function(call: cst.Call) -> bool:
    """Return whether this is `np.f(x)` or `f(x)`, not the method `x.f()`."""
    node = call.func
    while isinstance(node, cst.Attribute):
        node = node.value
        if isinstance(node, cst.Name):
            return node.value in MODULES
    return isinstance(node, cst.Name)


def positional(call: cst.Call) -> list[int]:
    """Return the places of the arguments given by position, without starred ones."""
    return [i for i, a in enumerate(call.args) if a.keyword is None and not a.star]


def without(call: cst.Call, place: int) -> cst.Call:
    """Return the call with one argument less."""
    return call.with_changes(args=[*call.args[:place], *call.args[place + 1 :]])


def with_value(call: cst.Call, place: int, value: cst.BaseExpression) -> cst.Call:
    """Return the call with another value for one argument."""
    args = list(call.args)
    args[place] = args[place].with_changes(value=bare(value))
    return call.with_changes(args=args)
