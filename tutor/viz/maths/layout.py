"""Nodes to boxes: the two-dimensional reading of a formula."""

from typing import NamedTuple

from tutor.viz.maths import strokes
from tutor.viz.maths.box import Box, beside, blank, stacked, text, widened
from tutor.viz.maths.glyphs import accented, lowered, primes, raised, vulgar_fraction
from tutor.viz.maths.grids import aligned, matrix
from tutor.viz.maths.grouping import needs_fence
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
from tutor.viz.maths.spacing import core, is_big, place
from tutor.viz.maths.symbols import FENCES

_TALL = 3
"""From this height on, what a sum runs over calls for a large sign."""

_WIDE_MARKS = {"hat": "╱╲", "widehat": "╱╲", "tilde": "~", "dot": ".", "ddot": ".."}


class Mode(NamedTuple):
    """What the surroundings ask of a part."""

    tight: bool = False
    """Inside a script: operators keep no distance."""
    compact: bool = False
    """Inside a fraction or script: limits stand beside their sign when they can."""


DISPLAY = Mode()
SCRIPT = Mode(tight=True, compact=True)


def layout(node: Node, mode: Mode = DISPLAY) -> Box:
    """Return the box that shows `node`."""
    match node:
        case Symbol(glyph, bold=bold):
            return text(glyph, bold)
        case Number(characters, bold) | Text(characters, bold):
            return text(characters, bold)
        case Name(name):
            return text(name)
        case BigSign(glyph):
            return text(glyph)
        case Space(cells):
            return blank(max(cells, 0))
        case Group(items):
            return _row(items, mode)
        case Scripts():
            return _scripts(node, mode)
        case _:
            return _structure(node, mode)


def _structure(node: Node, mode: Mode) -> Box:
    match node:
        case Fraction():
            return _fraction(node, mode)
        case Binomial(top, bottom):
            pair = [[layout(top, mode)], [layout(bottom, mode)]]
            return strokes.fenced("(", matrix(pair), ")")
        case Root():
            return _root(node, mode)
        case Accent():
            return _accent(node, mode)
        case Brace(side, body, label):
            tag = layout(label, SCRIPT) if label else None
            return strokes.braced(layout(body, mode), tag, side == "over")
        case Fenced(left, right, body):
            return strokes.fenced(left, layout(body, mode), right)
        case Grid():
            return _grid(node, mode)
    raise AssertionError(node)


def _row(items: tuple[Node, ...], mode: Mode) -> Box:
    """Return nodes side by side, from the right, so that a sum sees its operand."""
    parts: list[Box] = []
    reach = 1
    for gap, node, left, _ in reversed(place(items, tight=mode.tight)):
        tall = reach >= _TALL
        box = _big(node, mode, tall) if is_big(node) else layout(node, mode)
        if left in ("bin", "rel", "punct"):
            reach = 1
        elif not is_big(node):
            reach = max(reach, box.height)
        parts += [box, blank(gap)]
    return beside(reversed(parts))


def _big(node: Node, mode: Mode, tall: bool) -> Box:
    sign = core(node)
    assert isinstance(sign, BigSign)
    box = strokes.tall_sign(sign.glyph) if tall else text(sign.glyph)
    return _hung(node, box, mode) if isinstance(node, Scripts) else box


def _scripts(node: Scripts, mode: Mode) -> Box:
    base = layout(node.base, mode)
    if needs_fence(node.base, node.sub):
        base = strokes.fenced("(", base, ")")
    return _hung(node, base, mode)


def _hung(node: Scripts, base: Box, mode: Mode) -> Box:
    """Return `base` with the scripts of `node`, by the smallest means that serves."""
    sub, sup = lowered(node.sub), raised(node.sup)
    beside_sign = mode.compact and sub is not None and sup is not None
    if node.limits and not beside_sign:
        return _limits(node, base)
    return _level(node, base) if base.height == 1 else _cornered(node, base)


def _limits(node: Scripts, base: Box) -> Box:
    """Return `base` with its scripts above and below."""
    base = beside((base, text(primes(node.primes))))
    above = [_limit(node.sup)] if node.sup else []
    below = [_limit(node.sub)] if node.sub else []
    baseline = sum(box.height for box in above) + base.baseline
    return stacked((*above, base, *below), baseline)


def _limit(node: Node) -> Box:
    """Return a limit; the sign of one such as −∞ hangs out to the left."""
    box = layout(node, SCRIPT)
    signed = place(items_of(node), tight=True)[:1]
    hangs = box.width == 2 and signed and signed[0].left == "prefix"
    return beside((box, blank(1))) if hangs else box


def _level(node: Scripts, base: Box) -> Box:
    """Return a flat base with scripts as glyphs, or else in rows of their own."""
    sub, sup = lowered(node.sub), raised(node.sup)
    glyphs = text(f"{primes(node.primes)}{sub or ''}{sup or ''}")
    above = [layout(node.sup, SCRIPT)] if node.sup and sup is None else []
    below = [layout(node.sub, SCRIPT)] if node.sub and sub is None else []
    baseline = sum(box.height for box in above)
    return beside((base, stacked((*above, glyphs, *below), baseline, "left")))


def _cornered(node: Scripts, base: Box) -> Box:
    """Return a tall base with scripts that begin in its first and last row.

    A script that needs more than glyphs stays out of the row of the baseline, where it
    would be taken for a factor.
    """
    high, low = _high(node), _low(node)
    out_above = raised(node.sup) is None and base.baseline == 0
    out_below = lowered(node.sub) is None and base.below == 0
    between = [text("")] * (base.height - 2 + out_above + out_below)
    baseline = high.height - 1 + out_above + base.baseline
    return beside((base, stacked((high, *between, low), baseline, "left")))


def _high(node: Scripts) -> Box:
    """Return primes and superscript; one empty row if there are none."""
    sup = raised(node.sup)
    marks = text(primes(node.primes) + (sup or ""))
    if node.sup is None or sup is not None:
        return marks
    return beside((marks, layout(node.sup, SCRIPT)))


def _low(node: Scripts) -> Box:
    sub = lowered(node.sub)
    if node.sub is None or sub is not None:
        return text(sub or "")
    return layout(node.sub, SCRIPT)


def _fraction(node: Fraction, mode: Mode) -> Box:
    if (mode.tight or node.size == "text") and (vulgar := vulgar_fraction(node)):
        return text(vulgar)
    inner = mode if node.size == "display" else mode._replace(compact=True)
    return strokes.fraction(layout(node.top, inner), layout(node.bottom, inner))


def _root(node: Root, mode: Mode) -> Box:
    body = layout(node.body, mode)
    if node.index is None:
        return strokes.root(body)
    glyphs = raised(node.index)
    if glyphs and body.height == 1:
        return beside((text(glyphs), strokes.root(body)))
    return strokes.root(body, layout(node.index, SCRIPT))


def _accent(node: Accent, mode: Mode) -> Box:
    body = layout(node.body, mode)
    match node.body:
        case Symbol(plain, bold=bold) | Number(plain, bold):
            if glyph := accented(node, plain):
                return Box(text(glyph, bold).rows, body.width)
    if node.mark == "underline":
        return strokes.underlined(body)
    if node.mark == "vec":
        return strokes.marked("─" * (body.width - 1) + "→", body)
    if node.mark in _WIDE_MARKS:
        return strokes.marked(_WIDE_MARKS[node.mark], body)
    return strokes.overlined(body)


def _grid(node: Grid, mode: Mode) -> Box:
    rows = [[layout(cell, mode) for cell in row] for row in node.rows]
    left, right = FENCES[node.name]
    if node.name == "aligned":
        return aligned(rows)
    if node.name == "substack":
        return stacked((row[0] for row in rows), 0)
    if node.name == "cases":
        return strokes.fenced(left, _padded(matrix(rows, "left"), 1, 0), right)
    body = matrix(rows)
    return strokes.fenced(left, _padded(body, 1, 1) if left else body, right)


def _padded(box: Box, left: int, right: int) -> Box:
    box = widened(box, box.width + left, "right")
    return widened(box, box.width + right, "left")
