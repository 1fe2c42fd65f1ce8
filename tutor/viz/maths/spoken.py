"""Nodes to words: what a screen reader says.

Short parts are read as they are spoken in class; a part of several terms is closed by
an end phrase, so that the listener hears where it stops.
"""

import re

from tutor.viz.maths.grouping import needs_fence, touches
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
    Space,
    Symbol,
    Text,
    items_of,
)
from tutor.viz.maths.spacing import place

_PAUSES = re.compile(r"(?:,\s*)*\s*([,;])")
"""Pauses in a row, of which the last is kept."""
_POWERS = {
    "2": "squared", "3": "cubed", "⊤": "transpose", "T": "transpose", "∗": "star",
    "⋆": "star", "−1": "inverse", "′": "prime", "+": "plus", "−": "minus",
}  # fmt: skip
_NAMES = {
    "argmax": "arg max", "argmin": "arg min", "tr": "trace", "det": "determinant",
    "sup": "supremum", "inf": "infimum", "max": "maximum", "min": "minimum",
    "lim": "limit", "ln": "natural log", "Pr": "probability", "dim": "dimension",
    "sin": "sine", "cos": "cosine", "tan": "tangent", "tanh": "hyperbolic tangent",
}  # fmt: skip
_FENCES = {
    "(": "open paren", ")": "close paren", "[": "open bracket", "]": "close bracket",
    "{": "open brace", "}": "close brace", "⟨": "open angle bracket",
    "⟩": "close angle bracket", "⌊": "floor of", "⌋": "end floor", "⌈": "ceiling of",
    "⌉": "end ceiling", "|": "bar", "‖": "double bar",
}  # fmt: skip
_MARKS = {"widehat": "hat", "overline": "bar", "ddot": "double dot"}
_PRIMES = ("", " prime", " double prime", " triple prime")


def words(node: Node) -> str:
    """Return `node` as it is read aloud."""
    match node:
        case Group(items):
            return _row(items)
        case Space():
            return ""
        case Symbol(_, _, spoken, bold):
            return f"bold {spoken}" if bold else spoken
        case Number(text, bold) | Text(text, bold):
            return f"bold {text.strip()}" if bold else text.strip()
        case Name(name):
            return _NAMES.get(name, name)
        case BigSign(_, name):
            return f"the {name} of"
        case _:
            return _structure(node)


def _joined(parts: list[str]) -> str:
    """Join words by blanks; a comma clings to the word before it."""
    return _PAUSES.sub(r"\1", " ".join(filter(None, parts)))


def _row(items: tuple[Node, ...]) -> str:
    """Join the words of nodes; a quotient says where it ends if its place asks."""
    placed = place(items, tight=False)
    return _joined(
        [
            _whole_fraction(item.node)
            if isinstance(item.node, Fraction) and touches(placed, index)
            else words(item.node)
            for index, item in enumerate(placed)
        ]
    )


def _structure(node: Node) -> str:
    match node:
        case Scripts():
            return _limited(node) if node.limits else _scripted(node)
        case Fraction():
            return _fraction(node)
        case Binomial(top, bottom):
            return f"{words(top)} choose {words(bottom)}"
        case Root():
            return _root(node)
        case Accent(mark, body):
            return _closed("", body, _MARKS.get(mark, mark))
        case Brace(side, body, label):
            name = words(label) if label else "a brace"
            return f"{words(body)}, with {name} {side} it,"
        case Fenced(left, right, body):
            opening, closing = _FENCES.get(left, ""), _FENCES.get(right, "")
            return _joined([opening, words(body), closing])
        case Grid():
            return _grid(node)
    raise AssertionError(node)


def _is_simple(node: Node) -> bool:
    """Tell whether the listener hears unaided where `node` ends."""
    match node:
        case Symbol() | Number() | Text() | Name():
            return True
        case Accent(_, body):
            return _is_simple(body)
        case Scripts(base, sub, None, _, limits):
            return not limits and _is_simple(base) and (not sub or _is_simple(sub))
        case Group(items):
            return len(items) == 1 and _is_simple(items[0])
    return False


def _is_signed(node: Node) -> bool:
    """Tell whether `node` is something simple after a sign."""
    items = items_of(node)
    sign = items[0] if len(items) == 2 else None
    return isinstance(sign, Symbol) and sign.glyph in "−+" and _is_simple(items[1])


def _closed(opening: str, node: Node, closing: str, end: str = "") -> str:
    """Return words around `node`, marked off when it has several terms."""
    if _is_simple(node) or (end and _is_signed(node)):
        return _joined([opening, words(node), "" if end else closing])
    if end:
        return f"{opening} {words(node)}, {end},"
    return _joined([opening, "the group", words(node), ", end group,", closing])


def _scripted(node: Scripts) -> str:
    base = words(node.base)
    if needs_fence(node.base, node.sub):
        base = f"the group {base}, end group,"
    parts = [base + _primes(node.primes)]
    if node.sub:
        parts.append(_closed("sub", node.sub, "", "end sub"))
    if node.sup:
        parts.append(_power(node.sup))
    return _joined(parts)


def _primes(count: int) -> str:
    return _PRIMES[count] if count < len(_PRIMES) else f" {count} primes"


def _power(node: Node) -> str:
    glyphs = "".join(
        item.glyph if isinstance(item, Symbol) else getattr(item, "digits", "?")
        for item in items_of(node)
    )
    if glyphs in _POWERS:
        return _POWERS[glyphs]
    if glyphs.startswith(("(", "[")) or isinstance(node, Text):
        return f"super {words(node)}"
    return _closed("to the", node, "", "end power")


def _limited(node: Scripts) -> str:
    """Return an operator with its limits: the sum over j of."""
    base = node.base
    name = base.words if isinstance(base, BigSign) else words(base)
    parts = [f"the {name}{_primes(node.primes)}"]
    if node.sub:
        parts += [_from_or_over(base, node), words(node.sub)]
    if node.sup:
        parts += ["to" if node.sub else "up to", words(node.sup)]
    return f"{' '.join(parts)} of"


def _from_or_over(base: Node, node: Scripts) -> str:
    if isinstance(base, Name):
        return "as" if base.name == "lim" else "over"
    return "from" if node.sup else "over"


def _fraction(node: Fraction) -> str:
    if _is_simple(node.top) and _is_simple(node.bottom):
        return f"{words(node.top)} over {words(node.bottom)}"
    return _whole_fraction(node)


def _whole_fraction(node: Fraction) -> str:
    parts = f"{words(node.top)} over {words(node.bottom)}"
    return f"the fraction {parts}, end fraction,"


def _root(node: Root) -> str:
    index = words(node.index) if node.index else "square"
    name = {"3": "cube"}.get(index, index if index == "square" else f"order {index}")
    return _closed(f"the {name} root of", node.body, "", "end root")


def _grid(node: Grid) -> str:
    """Return rows in order, numbered where position matters."""
    cells = [[words(cell) for cell in row] for row in node.rows]
    if node.name == "aligned":
        cells = [_pairs(row) for row in cells]
    rows = [_joined([", ".join(filter(None, row))]).strip(" ,") for row in cells]
    if node.name in ("aligned", "substack"):
        return "; ".join(rows)
    if node.name == "cases":
        return f"cases: {'; '.join(rows)}; end cases,"
    numbered = "; ".join(f"row {n}: {row}" for n, row in enumerate(rows, 1))
    shape = f"{len(node.rows)} by {len(node.rows[0])}"
    return f"the {shape} matrix {numbered}; end matrix,"


def _pairs(row: list[str]) -> list[str]:
    return [_joined(row[start : start + 2]) for start in range(0, len(row), 2)]
