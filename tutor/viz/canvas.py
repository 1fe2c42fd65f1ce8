"""A grid of cells to write text and paint characters on, read off as a picture.

Whatever is written, the picture has exactly the size asked for: text is clipped at the
edges, characters without a width are dropped and wide ones keep their two cells.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len

from tutor.viz.ink import PLAIN, Ink, Picture, Row, Run

InkIds = npt.NDArray[np.intp]


def printable(text: str) -> str:
    """Return `text` in characters of one or two cells; blanks for control codes."""
    if text.isascii() and text.isprintable():
        return text
    visible = "".join(c if c.isprintable() else " " for c in text)
    return "".join(c for c in visible if cell_len(c))


def shorten(text: str, cells: int, ellipsis: str = "…") -> str:
    """Return `text` in at most `cells` cells, ending in `ellipsis` when cut."""
    text = printable(text)
    if cell_len(text) <= cells:
        return text
    kept, room = "", cells - cell_len(ellipsis)
    for character in text:
        room -= cell_len(character)
        if room < 0:
            break
        kept += character
    return (kept + ellipsis) if cells >= cell_len(ellipsis) else ""


@lru_cache(maxsize=1024)
def _cells(text: str) -> tuple[str, ...]:
    """Return one string per cell; a wide character is followed by an empty string."""
    text = printable(text)
    if text.isascii():
        return tuple(text)
    return tuple(part for c in text for part in (c, "")[: cell_len(c)])


def _whole(cells: Sequence[str], count: int) -> list[str]:
    """Return the first `count` cells, halves of wide characters replaced by blanks."""
    kept = list(cells[:count])
    if kept[0] == "":
        kept[0] = " "
    if count < len(cells) and cells[count] == "":
        kept[-1] = " "
    return kept


class Canvas:
    """Cells of `width` times `height`, blank at first; (0, 0) is the top left."""

    def __init__(self, width: int, height: int) -> None:
        """Create a blank canvas; negative sizes count as 0."""
        self.width, self.height = max(0, width), max(0, height)
        self._characters = np.full((self.height, self.width), " ", dtype="<U1")
        self._ink_ids: InkIds = np.zeros((self.height, self.width), np.intp)
        self._inks = [PLAIN]
        self._ids = {PLAIN: 0}

    def ink_id(self, ink: Ink) -> int:
        """Return the number by which `paint` and `tint` know `ink`."""
        number = self._ids.setdefault(ink, len(self._inks))
        if number == len(self._inks):
            self._inks.append(ink)
        return number

    def add_inks(self, inks: Iterable[Ink]) -> InkIds:
        """Return a number for each of many different inks, without looking them up."""
        start = len(self._inks)
        self._inks.extend(inks)
        return np.arange(start, len(self._inks))

    def ink_at(self, x: int, y: int) -> Ink:
        """Return the ink of one cell; plain outside the canvas."""
        inside = 0 <= x < self.width and 0 <= y < self.height
        return self._inks[self._ink_ids[y, x]] if inside else PLAIN

    def is_blank(self, x: int, y: int) -> bool:
        """Return whether nothing was drawn in a cell; False outside the canvas."""
        inside = 0 <= x < self.width and 0 <= y < self.height
        return inside and bool(self._characters[y, x] == " ")

    def write(self, x: int, y: int, text: str, ink: Ink = PLAIN) -> int:
        """Write `text` from cell (x, y) on, clipped, and return the cell after it."""
        cells = _cells(text)
        start, end = max(x, 0), min(x + len(cells), self.width)
        if start < end and 0 <= y < self.height:
            line = self._characters[y]
            # Overwriting one half of a wide character turns the other half blank.
            if line[start] == "":
                line[start - 1] = " "
            if end < self.width and line[end] == "":
                line[end] = " "
            line[start:end] = _whole(cells[start - x :], end - start)
            self._ink_ids[y, start:end] = self.ink_id(ink)
        return x + len(cells)

    def paint(
        self,
        x: int,
        y: int,
        characters: npt.NDArray[np.str_],
        ink_ids: InkIds,
        where: npt.NDArray[np.bool_],
    ) -> None:
        """Put one-cell characters in a rectangle that lies wholly on the canvas.

        Args:
            x: left column of the rectangle.
            y: top row of the rectangle.
            characters: shape (h, w).
            ink_ids: from `ink_id`, shape (h, w).
            where: cells to change, shape (h, w).
        """
        height, width = where.shape
        area = np.s_[y : y + height, x : x + width]
        self._characters[area][where] = characters[where]
        self._ink_ids[area][where] = ink_ids[where]

    def tint(self, x: int, y: int, **changes: str | bool) -> None:
        """Change parts of the ink of one cell, such as ``bg="selection"``."""
        if 0 <= x < self.width and 0 <= y < self.height:
            ink = self.ink_at(x, y)._replace(**changes)  # type: ignore[arg-type] # parts differ in type
            self._ink_ids[y, x] = self.ink_id(ink)

    def picture(self) -> Picture:
        """Return the canvas as rows of runs, neighbours in one ink merged."""
        if not self.width:
            return [()] * self.height
        ids = self._merged_ids()
        changed = ids[:, 1:] != ids[:, :-1]
        lines = self._characters.tolist()
        return [
            self._row(line, [0, *(np.flatnonzero(cuts) + 1).tolist()], numbers)
            for line, cuts, numbers in zip(lines, changed, ids, strict=True)
        ]

    def _merged_ids(self) -> InkIds:
        """Return the ink of each cell; plain blanks join the run on their left."""
        quiet = [not (ink.bg or ink.underline or ink.reverse) for ink in self._inks]
        joins = (self._characters == " ") & (self._ink_ids == 0)
        last = np.where(joins, 0, np.arange(self.width))
        last = np.maximum.accumulate(last, axis=1)
        left = np.take_along_axis(self._ink_ids, last, axis=1)
        return np.where(joins & np.array(quiet)[left], left, self._ink_ids)

    def _row(self, line: list[str], starts: list[int], ids: InkIds) -> Row:
        ends = [*starts[1:], self.width]
        inks = self._inks
        runs = [
            Run("".join(line[start:end]), inks[number])
            for start, end, number in zip(starts, ends, ids[starts].tolist(), strict=True)
        ]
        return tuple(run for run in runs if run.text)
