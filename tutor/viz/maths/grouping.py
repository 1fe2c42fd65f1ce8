"""When a part needs parentheses so that its extent is not lost.

`place` tells brackets apart from other nodes; everything here works on its answer.
"""

from tutor.viz.maths.nodes import (
    Fenced,
    Fraction,
    Grid,
    Group,
    Name,
    Node,
    Root,
    Scripts,
    Space,
    Symbol,
    Text,
    items_of,
)
from tutor.viz.maths.spacing import Placed, core, place
from tutor.viz.maths.symbols import FENCES

_SAFE_OPERATORS = frozenset("+−±∓·×")
"""Operators beside which a/b keeps its meaning when read from left to right."""
_TOUCHING_BEFORE = frozenset({"ord", "close", "op", "big", "word", "inner"})
_TOUCHING_AFTER = frozenset({"ord", "open", "op", "big", "word", "inner"})


def needs_fence(base: Node, sub: Node | None) -> bool:
    """Tell whether scripts on `base` would seem to belong to only a part of it."""
    match base:
        case Group(items):
            return len(items) > 1 and not is_enclosed(base)
        case Fraction() | Root():
            return True
        case Fenced():
            return not (base.left or base.right)
        case Scripts():
            lone_sub = base.sup is None and not base.primes and base.sub is not None
            return not lone_sub or sub is not None
    return False


def is_enclosed(node: Node) -> bool:
    """Tell whether a single pair of brackets or bars holds all of `node`."""
    if isinstance(node, Fenced):
        return bool(node.left and node.right)
    if isinstance(node, Grid):
        return all(FENCES[node.name])
    placed = place(items_of(node), tight=False)
    return len(placed) > 1 and _closes_last(placed)


def _closes_last(placed: list[Placed]) -> bool:
    """Tell whether the bracket opened first is the one closed last."""
    depth = 0
    for index, (_, node, left, right) in enumerate(placed):
        if left != right:
            continue
        depth += (left == "open") - (left == "close" and not is_factorial(node))
        if depth < 1:
            return index == len(placed) - 1 and not isinstance(node, Scripts)
    return False


def is_factorial(node: Node) -> bool:
    """Tell whether `node` is the factorial sign, spaced like a closing bracket."""
    return isinstance(node, Symbol) and node.glyph == "!"


def is_factor(node: Node) -> bool:
    """Tell whether `node` can stand undivided under a slash.

    That is a single item, also with a partial before it, a factorial or an argument in
    brackets after it; or anything enclosed.
    """
    items = items_of(node)
    if len(items) == 2 and _is_sign(items[0], "∂"):
        items = items[1:]
    if len(items) == 2 and is_factorial(items[1]):
        return _stands_alone(items[0])
    if len(items) > 1 and is_enclosed(Group(items[1:])):
        return _stands_alone(items[0]) or isinstance(core(items[0]), Name)
    return _stands_alone(items[0]) if len(items) == 1 else is_enclosed(node)


def _stands_alone(node: Node) -> bool:
    match node:
        case Symbol():
            return node.kind == "ord"
        case Fenced():
            return bool(node.left and node.right)
        case Text(words):
            return " " not in words
        case Scripts():
            return not node.limits and _stands_alone(node.base)
        case Fraction() | Group() | Space():
            return False
    return place((node,), tight=False)[0].left in ("ord", "open")


def is_product(node: Node) -> bool:
    """Tell whether `node` can stand undivided over a slash: factors in a row."""
    if is_factor(node):
        return True
    depth = 0
    for _, item, left, right in place(items_of(node), tight=False):
        loud = left not in ("ord", "open", "close", "prefix")
        if depth == 0 and (loud or _is_sign(item, "/")):
            return False
        if left == right and not is_factorial(item):
            depth += (left == "open") - (left == "close")
    return bool(items_of(node))


def is_derivative(top: Node, bottom: Node) -> bool:
    """Tell whether a quotient is dy/dx, whose ds bind tighter than the slash."""
    uppers, lowers = items_of(top), items_of(bottom)
    return (
        len(uppers) in (1, 2)
        and len(lowers) == 2
        and all(_is_sign(row[0], "d") for row in (uppers, lowers))
    )


def _is_sign(node: Node, glyph: str) -> bool:
    base = core(node)
    return isinstance(base, Symbol) and base.glyph == glyph


def touches(placed: list[Placed], index: int) -> bool:
    """Tell whether a neighbour would be drawn into the quotient at `index`."""
    before, after = placed[max(index - 1, 0) : index], placed[index + 1 : index + 2]
    return any(item.right in _TOUCHING_BEFORE or _is_risky(item) for item in before) or any(
        item.left in _TOUCHING_AFTER or is_factorial(item.node) or _is_risky(item)
        for item in after
    )


def _is_risky(placed: Placed) -> bool:
    if placed.left != "bin":
        return False
    base = core(placed.node)
    return not (isinstance(base, Symbol) and base.glyph in _SAFE_OPERATORS)
