r"""A closed subset of TeX, shown as Unicode maths in a terminal.

Three readings of the same formula: `inline` on one line, `display` in two dimensions,
`spoken` in words. A formula outside the subset raises `MathError`; nothing is guessed
and nothing is dropped.
"""

from functools import lru_cache

from tutor.viz.ink import Picture, Row
from tutor.viz.maths.box import picture
from tutor.viz.maths.errors import MathError
from tutor.viz.maths.inline import line
from tutor.viz.maths.layout import layout
from tutor.viz.maths.nodes import Group
from tutor.viz.maths.parser import Parser
from tutor.viz.maths.spoken import words
from tutor.viz.maths.structures import SUPPORTED

__all__ = ["SUPPORTED", "MathError", "display", "inline", "spoken"]


@lru_cache(maxsize=4096)
def inline(tex: str) -> str:
    """Return `tex` as one line of Unicode.

    Raises:
        MathError: The formula is outside the subset; the message says what to write.
    """
    return line(_parsed(tex))


def display(tex: str) -> Picture:
    """Return `tex` in two dimensions, all rows equally wide.

    Raises:
        MathError: The formula is outside the subset; the message says what to write.
    """
    return list(_display(tex))


def spoken(tex: str) -> str:
    """Return `tex` in words, for a screen reader.

    Raises:
        MathError: The formula is outside the subset; the message says what to write.
    """
    return words(_parsed(tex)).rstrip(",")


@lru_cache(maxsize=1024)
def _display(tex: str) -> tuple[Row, ...]:
    return tuple(picture(layout(_parsed(tex))))


@lru_cache(maxsize=256)
def _parsed(tex: str) -> Group:
    return Parser(tex).formula()
