"""Nodes to one line of Unicode from which the formula can be read back.

Where two dimensions would show what belongs together, parentheses do: around the parts
of a quotient, around a script without glyphs of its own. A script that is a single word
or sign hangs on a bare ``_`` or ``^`` and is kept apart from what follows.
"""

import re

from tutor.viz.maths.alphabets import BOLD
from tutor.viz.maths.glyphs import (
    accented,
    lowered,
    plain,
    primes,
    raised,
    vulgar_fraction,
)
from tutor.viz.maths.grouping import (
    is_derivative,
    is_enclosed,
    is_factor,
    is_product,
    needs_fence,
    touches,
)
from tutor.viz.maths.nodes import (
    Accent,
    BigSign,
    Binomial,
    Brace,
    Fenced,
    Fraction,
    Grid,
    Group,
    Name,
    Node,
    Number,
    Root,
    Scripts,
    Symbol,
    Text,
)
from tutor.viz.maths.spacing import Placed, place
from tutor.viz.maths.symbols import FENCES

_DANGLING = re.compile(r"[_^√∛∜][^\s()\[\]]*$")
"""The end of a text that would swallow a letter set right after it."""
_ROOTS = {"": "√", "³": "∛", "⁴": "∜"}


def line(node: Node, tight: bool = False) -> str:
    """Return `node` as one line; `tight` inside scripts."""
    items = node.items if isinstance(node, Group) else (node,)
    return _row(items, tight, guarded=False)


def _row(items: tuple[Node, ...], tight: bool, guarded: bool) -> str:
    """Join nodes; `guarded` when nothing outside marks where the row ends."""
    placed = place(items, tight=tight)
    written = ""
    for index, gap in enumerate(item.gap for item in placed):
        part = _part(placed, index, tight, guarded)
        if index and part.startswith("(") and placed[index - 1].right == "op":
            gap = 0
        if part[:1].isalnum() and _DANGLING.search(written):
            gap = max(gap, 1)
        written += " " * gap + part
    return written


def _part(placed: list[Placed], index: int, tight: bool, guarded: bool) -> str:
    """Return one node of a row, a quotient with parentheses if its place asks."""
    node = placed[index].node
    if not isinstance(node, Fraction):
        return _single(node, tight)
    counted = index > 0 and isinstance(placed[index - 1].node, Number)
    if not counted and (vulgar := vulgar_fraction(node)):
        return vulgar
    quotient = _quotient(node, tight)
    return f"({quotient})" if guarded or touches(placed, index) else quotient


def _single(node: Node, tight: bool) -> str:
    match node:
        case Symbol():
            return _glyph(node)
        case Number(text, bold) | Text(text, bold):
            return "".join(BOLD.get(c, c) for c in text) if bold else text
        case Name(text) | BigSign(text):
            return text
        case Group(items):
            return _row(items, tight, guarded=len(items) > 1)
        case Scripts():
            return _scripts(node, tight)
        case _:
            return _structure(node, tight)


def _structure(node: Node, tight: bool) -> str:
    match node:
        case Binomial(top, bottom):
            return f"binom({line(top, tight)}, {line(bottom, tight)})"
        case Root():
            return _root(node, tight)
        case Accent(mark, body):
            written = line(body, tight)
            return accented(node, written) or f"{mark}({written})"
        case Brace(side, body, label):
            parts = [line(part, tight) for part in (body, label) if part]
            return f"{side}brace({', '.join(parts)})"
        case Fenced():
            return _fenced(node, tight)
        case Grid():
            return _grid(node, tight)
    raise AssertionError(node)


def _glyph(symbol: Symbol) -> str:
    glyph = symbol.glyph
    if not symbol.bold or glyph in BOLD:
        return BOLD[glyph] if symbol.bold else glyph
    return f"bold({glyph})" if glyph.isalpha() else glyph


def _quotient(node: Fraction, tight: bool) -> str:
    top, bottom = line(node.top, tight), line(node.bottom, tight)
    if is_derivative(node.top, node.bottom):
        return f"{top}/{bottom}"
    if not is_product(node.top):
        top = f"({top})"
    return f"{top}/{bottom}" if is_factor(node.bottom) else f"{top}/({bottom})"


def _scripts(node: Scripts, tight: bool) -> str:
    base = line(node.base, tight)
    if needs_fence(node.base, node.sub):
        base = f"({base})"
    sub, sup = lowered(node.sub), raised(node.sup)
    parts = [_low(node.sub, sub), _high(node.sup, sup)]
    if sub is None and sup and not node.limits:
        parts.reverse()  # π²_θ: the square cannot be taken for one of θ
    return base + primes(node.primes) + "".join(parts)


def _low(node: Node | None, glyphs: str | None) -> str:
    if node is None or glyphs is not None:
        return glyphs or ""
    written = line(node, tight=True)
    bare = _is_atom(node) or (plain(node) or "").rstrip("′").isalnum()
    return f"_{written}" if bare else f"_{_parenthesised(node, written)}"


def _high(node: Node | None, glyphs: str | None) -> str:
    if node is None or glyphs is not None:
        return glyphs or ""
    written = line(node, tight=True)
    return f"^{written}" if _is_atom(node) else f"^{_parenthesised(node, written)}"


def _parenthesised(node: Node, written: str) -> str:
    """Enclose a script, unless brackets other than parentheses already do."""
    own = is_enclosed(node) and not written.startswith("(")
    return written if own else f"({written})"


def _is_atom(node: Node) -> bool:
    match node:
        case Symbol(glyph) | Number(glyph):
            return len(glyph) == 1
        case Fraction():
            return vulgar_fraction(node) is not None
        case Accent(_, Symbol()):
            return True
    return False


def _root(node: Root, tight: bool) -> str:
    body = line(node.body, tight)
    return _root_sign(node.index) + (body if _is_short(node.body) else f"({body})")


def _root_sign(index: Node | None) -> str:
    glyphs = raised(index)
    if index is not None and glyphs is None:
        return f"√[{line(index, tight=True)}]"
    return _ROOTS.get(glyphs or "", f"{glyphs}√")


def _is_short(node: Node) -> bool:
    """Tell whether a root over `node` needs no parentheses."""
    match node:
        case Symbol() | Number():
            return True
        case Scripts(Symbol(), sub, None, 0):
            return lowered(sub) is not None
    return False


def _fenced(node: Fenced, tight: bool) -> str:
    body = line(node.body, tight)
    if not (node.left and node.right) and not is_factor(node.body):
        body = f"({body})"
    return f"{node.left}{body}{node.right}"


def _grid(node: Grid, tight: bool) -> str:
    """Return rows parted by semicolons, cells by commas."""
    rows = ([line(cell, tight) for cell in row] for row in node.rows)
    if node.name == "aligned":
        rows = (_pairs(row) for row in rows)
    body = "; ".join(_listed(row) for row in rows)
    left, right = FENCES[node.name]
    if left and right:
        return f"{left}{body}{right}"
    return body if node.name in ("aligned", "substack") else f"{node.name}({body})"


def _pairs(row: list[str]) -> list[str]:
    """Join the two columns on either side of an alignment mark."""
    return ["".join(row[start : start + 2]) for start in range(0, len(row), 2)]


def _listed(cells: list[str]) -> str:
    stripped = [cell.strip(" ,") for cell in cells]
    return ", ".join(cell for cell in stripped if cell)
