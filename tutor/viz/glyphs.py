"""The characters charts are drawn with: braille, quadrant blocks or plain ASCII.

A glyph set says how many dots a cell holds and which character shows which dots. The
dots of a cell form a *code*, one bit per dot, bit `row * columns + column` counted from
the top left. What the dots mean is decided elsewhere.
"""

from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np
import numpy.typing as npt

GlyphName = Literal["braille", "block", "ascii"]

Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.uint8]
Characters = npt.NDArray[np.str_]


@dataclass(frozen=True, slots=True, eq=False)
class GlyphSet:
    """One way to draw dots, lines and marks with characters."""

    columns: int
    """Dots across a cell."""
    rows: int
    """Dots down a cell."""
    table: Characters
    """The character of each code."""
    vertical: str
    horizontal: str
    corner: str
    y_tick: str
    x_tick: str
    markers: str
    """One mark per series or class, told apart by shape alone."""
    alarm: str
    """The mark of a value that is not a number or infinite."""
    ellipsis: str
    at_most: str

    def pack(self, mask: Mask) -> Codes:
        """Return the code of every cell.

        Args:
            mask: dots, shape (H * rows, W * columns).

        Returns:
            Codes, shape (H, W).
        """
        height, width = mask.shape[0] // self.rows, mask.shape[1] // self.columns
        codes = np.zeros((height, width), np.uint8)
        dots = mask.view(np.uint8)
        for bit, (row, column) in enumerate(product(range(self.rows), range(self.columns))):
            codes |= dots[row :: self.rows, column :: self.columns] << np.uint8(bit)
        return codes

    def marker(self, index: int) -> str:
        """Return the mark of series or class `index`; marks repeat after the last."""
        return self.markers[index % len(self.markers)]


def _braille() -> Characters:
    # Unicode numbers the dots down the left column, then down the right, and puts the
    # fourth row last because six-dot braille came first.
    unicode_bits = (0, 3, 1, 4, 2, 5, 6, 7)
    codes = np.arange(256)
    points = sum(((codes >> bit) & 1) << to for bit, to in enumerate(unicode_bits))
    characters = [chr(0x2800 + int(point)) for point in np.asarray(points)]
    return np.array([" ", *characters[1:]])


# Written by name because it is easily taken for the letter.
_CROSS = "\N{MULTIPLICATION SIGN}"

BRAILLE = GlyphSet(
    columns=2,
    rows=4,
    table=_braille(),
    vertical="│",
    horizontal="─",
    corner="└",
    y_tick="┤",
    x_tick="┬",
    markers=f"●○▲△+{_CROSS}",
    alarm=_CROSS,
    ellipsis="…",
    at_most="≤",
)

BLOCK = GlyphSet(
    columns=2,
    rows=2,
    table=np.array(list(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")),
    vertical="│",
    horizontal="─",
    corner="└",
    y_tick="┤",
    x_tick="┬",
    markers=BRAILLE.markers,
    alarm=BRAILLE.alarm,
    ellipsis="…",
    at_most="≤",
)

ASCII = GlyphSet(
    columns=1,
    rows=3,
    table=np.array(list(" '-'.:.|")),
    vertical="|",
    horizontal="-",
    corner="+",
    y_tick="+",
    x_tick="+",
    markers="ox*#@%",
    alarm="!",
    ellipsis="~",
    at_most="<=",
)

GLYPHS: dict[GlyphName, GlyphSet] = {
    "braille": BRAILLE,
    "block": BLOCK,
    "ascii": ASCII,
}
