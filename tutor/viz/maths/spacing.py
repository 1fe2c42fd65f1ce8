"""How far apart neighbours stand: TeX's rules, in whole cells.

The same gaps serve one-line and two-dimensional formulas.
"""

from typing import NamedTuple

from tutor.viz.maths.nodes import (
    BigSign,
    Binomial,
    Brace,
    Fenced,
    Fraction,
    Grid,
    Group,
    Kind,
    Name,
    Node,
    Root,
    Scripts,
    Space,
    Symbol,
    Text,
)

_APART = frozenset({"bin", "rel"})
_LOUD = frozenset({"op", "big", "word"})
_OPERANDS = frozenset({"ord", "close", "inner", "word"})
"""Kinds that make a following sign a binary operator."""
_CONTENT = frozenset({"ord", "inner", "prefix"}) | _LOUD


class Placed(NamedTuple):
    """A node with its place in a row."""

    gap: int
    """Blank cells before the node."""
    node: Node
    left: Kind
    """How the node behaves towards what stands before it."""
    right: Kind
    """How the node behaves towards what follows; differs for a fenced body."""


def place(items: tuple[Node, ...], *, tight: bool) -> list[Placed]:
    """Return the nodes with the gaps before them; explicit space becomes gap.

    Args:
        items: The nodes of one row.
        tight: Whether the row is a script, where operators keep no distance.
    """
    sides = iter(_resolved([node for node in items if not isinstance(node, Space)]))
    placed: list[Placed] = []
    space = 0
    for node in items:
        if isinstance(node, Space):
            space += node.cells
            continue
        left, right = next(sides)
        gap = _gap(placed[-1], node, left, tight) if placed else 0
        placed.append(Placed(_widened(gap, space), node, left, right))
        space = 0
    return [*placed, Placed(space, Group(), "ord", "ord")] if space > 0 else placed


def core(node: Node) -> Node:
    """Return `node` without its scripts."""
    return core(node.base) if isinstance(node, Scripts) else node


def is_big(node: Node) -> bool:
    """Tell whether `node` is a sum or the like, with or without limits."""
    return isinstance(core(node), BigSign)


def _widened(gap: int, space: int) -> int:
    return max(0, gap + space) if space < 0 else max(gap, space)


def _gap(before: Placed, node: Node, left: Kind, tight: bool) -> int:
    """Return the cells between two neighbours, blanks of text counted as gap."""
    if _is_blank(before.node, -1) or _is_blank(node, 0):
        return 0
    if {before.right, left} & _LOUD or not tight:
        return _distance(before.right, left, tight)
    return 0


def _is_blank(node: Node, edge: int) -> bool:
    return isinstance(node, Text) and node.text[edge:][:1].isspace()


def _distance(before: Kind, after: Kind, tight: bool) -> int:
    if before in _APART or after in _APART:
        return int(not tight and not before == after == "rel")
    if before == "punct":
        return int(not tight and after not in ("close", "punct"))
    if before == "big" and after == "open":
        return 1
    if before in _LOUD:
        return int(after in _CONTENT)
    if after in _LOUD:
        return int(before in _OPERANDS)
    if before == "inner":
        return int(after in _CONTENT or after == "open")
    return int(after == "inner" and before in _OPERANDS)


def _resolved(nodes: list[Node]) -> list[tuple[Kind, Kind]]:
    """Return how each node behaves to its left and right, in its context."""
    sides = _paired([_sides(node) for node in nodes], nodes)
    for index, (left, _) in enumerate(sides):
        if left == "bin":
            before = sides[index - 1][1] if index else "open"
            after = sides[index + 1][0] if index + 1 < len(sides) else "close"
            kind = _operator(before, after)
            sides[index] = (kind, kind)
    return sides


def _operator(before: Kind, after: Kind) -> Kind:
    """Return what an operator is between its neighbours: binary, sign or symbol."""
    alone = after in ("close", "punct", "rel")
    if before in _OPERANDS:
        return "ord" if alone else "bin"
    return "ord" if alone else "prefix"


def _sides(node: Node) -> tuple[Kind, Kind]:
    kind: Kind = "ord"
    match node:
        case Fenced():
            return "open", "close"
        case Symbol():
            kind = node.kind
        case Text():
            kind = "word"
        case BigSign():
            kind = "big"
        case Name():
            kind = "op"
        case Scripts(limits=True):
            kind = "big"
        case Scripts():
            left, right = _sides(node.base)
            return left, "word" if right == "ord" and _is_starred(node) else right
        case Root():
            kind = "word" if node.index else "ord"
        case Fraction() | Binomial() | Brace() | Grid():
            kind = "inner"
    return kind, kind


def _is_starred(node: Scripts) -> bool:
    """Tell whether a star hangs on `node`, which a tight neighbour turns into ∗."""
    return isinstance(node.sup, Symbol) and node.sup.glyph in "∗⋆"


def _paired(sides: list[tuple[Kind, Kind]], nodes: list[Node]) -> list[tuple[Kind, Kind]]:
    """Turn the bars of |x| into delimiters; a bar left alone stays a symbol.

    Bars pair up between the same brackets, first with second, third with fourth.
    """
    levels: list[list[int]] = [[]]
    finished: list[list[int]] = []
    for index, (left, right) in enumerate(sides):
        if left == right == "open":
            levels.append([])
        elif left == right == "close" and len(levels) > 1 and _closes(nodes[index]):
            finished.append(levels.pop())
        elif left == "ord" and _is_bar(nodes[index]):
            levels[-1].append(index)
    for bars in (*finished, *levels):
        if len(bars) % 2 == 0:
            for order, index in enumerate(bars):
                kind: Kind = "close" if order % 2 else "open"
                sides[index] = (kind, kind)
    return sides


def _closes(node: Node) -> bool:
    base = core(node)
    return not (isinstance(base, Symbol) and base.glyph == "!")


def _is_bar(node: Node) -> bool:
    base = core(node)
    return isinstance(base, Symbol) and base.glyph in ("|", "‖")
