r"""A closed subset of TeX, shown as Unicode maths in a terminal.

Three readings of the same formula: `inline` on one line, `display` in two dimensions,
`spoken` in words. A formula outside the subset raises `MathError`; nothing is guessed
and nothing is dropped.
"""

from functools import lru_cache

from tutor.viz.ink import Picture
from tutor.viz.maths.box import picture
from tutor.viz.maths.errors import MathError
from tutor.viz.maths.inline import line
from tutor.viz.maths.layout import layout
from tutor.viz.maths.nodes import Group
from tutor.viz.maths.parser import Parser
from tutor.viz.maths.spoken import words
from tutor.viz.maths.structures import SUPPORTED

__all__ = ["SUPPORTED", "MathError", "display", "inline", "spoken"]


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
    return picture(layout(_parsed(tex)))


def spoken(tex: str) -> str:
    """Return `tex` in words, for a screen reader.

    Raises:
        MathError: The formula is outside the subset; the message says what to write.
    """
    return words(_parsed(tex)).rstrip(",")


@lru_cache(maxsize=256)
def _parsed(tex: str) -> Group:
    return Parser(tex).formula()
