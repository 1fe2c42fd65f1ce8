"""Parts of a formula that have glyphs: scripts, accents, common fractions."""

from unicodedata import normalize

from tutor.viz.maths.alphabets import LOWERED, PRIMES, RAISED, VULGAR
from tutor.viz.maths.nodes import (
    Accent,
    Fraction,
    Group,
    Node,
    Number,
    Scripts,
    Symbol,
    Text,
)
from tutor.viz.maths.symbols import MARKS


def primes(count: int) -> str:
    """Return the glyphs of `count` primes."""
    return PRIMES[count] if count < len(PRIMES) else "′" * count


def raised(node: Node | None) -> str | None:
    """Return a superscript as glyphs; none when one of its glyphs does not exist."""
    return _translated(node, RAISED)


def lowered(node: Node | None) -> str | None:
    """Return a subscript as glyphs; none when one of its glyphs does not exist."""
    return _translated(node, LOWERED)


def _translated(node: Node | None, glyphs: dict[str, str]) -> str | None:
    if node is None:
        return ""
    written = plain(node)
    if written is None or any(glyph not in glyphs for glyph in written):
        return None
    return "".join(map(glyphs.__getitem__, written))


def plain(node: Node) -> str | None:
    """Return the plain characters of a flat node; none if it is not flat."""
    match node:
        case Symbol(glyph, _, _, bold=False):
            return glyph
        case Number(characters, bold=False) | Text(characters, bold=False):
            return characters
        case Scripts(base, None, None, count):
            written = plain(base)
            return None if written is None else written + "′" * count
        case Group(items):
            parts = [plain(item) for item in items]
            return None if None in parts else "".join(filter(None, parts))
    return None


def vulgar_fraction(node: Fraction) -> str | None:
    """Return the single glyph of a fraction such as one half, if it has one."""
    match node:
        case Fraction(Number(top, bold=False), Number(bottom, bold=False)):
            return VULGAR.get((top, bottom))
    return None


def accented(node: Accent, body: str) -> str | None:
    """Return the glyph `body` with the accent of `node`, if it is a single glyph."""
    if len(body) != 1 or not isinstance(node.body, Symbol | Number):
        return None
    return normalize("NFC", body + MARKS[node.mark])
