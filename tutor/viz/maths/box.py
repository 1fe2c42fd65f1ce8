"""A rectangle of characters with a baseline, and the ways to join rectangles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from tutor.viz.ink import Ink, Picture, Row, Run

MATHS = Ink("math")
BOLD = Ink("math", bold=True)


@dataclass(frozen=True, slots=True)
class Box:
    """Rows that are all `width` cells wide."""

    rows: tuple[Row, ...]
    width: int
    baseline: int = 0
    """The row that lines up with the neighbours' baselines."""

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def below(self) -> int:
        """The number of rows under the baseline."""
        return self.height - 1 - self.baseline


def text(string: str, bold: bool = False) -> Box:
    """Return `string` as a box one row high."""
    if not string:
        return Box(((),), 0)
    return Box(((Run(string, BOLD if bold else MATHS),),), cell_len(string))


def stroke(*rows: str, baseline: int = 0) -> Box:
    """Return a box of rows drawn out in full, which must be of equal width."""
    return Box(tuple((Run(row, MATHS),) for row in rows), cell_len(rows[0]), baseline)


def blank(width: int) -> Box:
    """Return empty space one row high."""
    return text(" " * width)


def beside(boxes: Iterable[Box]) -> Box:
    """Return the boxes from left to right, baselines aligned."""
    parts = [box for box in boxes if box.width or box.height > 1]
    if len(parts) < 2:
        return parts[0] if parts else text("")
    above = max(box.baseline for box in parts)
    below = max(box.below for box in parts)
    padded = [_stretched(box, above, below) for box in parts]
    lines = zip(*padded, strict=True)
    rows = tuple(tuple(run for part in line for run in part) for line in lines)
    return Box(rows, sum(box.width for box in parts), above)


def _stretched(box: Box, above: int, below: int) -> Iterator[Row]:
    empty = _blanks(box.width)
    yield from (empty,) * (above - box.baseline)
    yield from box.rows
    yield from (empty,) * (below - box.below)


def stacked(boxes: Iterable[Box], baseline: int, align: str = "center") -> Box:
    """Return the boxes from top to bottom.

    Args:
        boxes: At least one box.
        baseline: The row of the result that is its baseline.
        align: ``left``, ``center`` or ``right``.
    """
    parts = list(boxes)
    width = max(box.width for box in parts)
    rows = (row for box in parts for row in widened(box, width, align).rows)
    return Box(tuple(rows), width, baseline)


def widened(box: Box, width: int, align: str = "center") -> Box:
    """Return `box` with blanks around it, at least `width` wide."""
    spare = width - box.width
    if spare <= 0:
        return box
    left = {"left": 0, "center": spare // 2, "right": spare}[align]
    before, after = _blanks(left), _blanks(spare - left)
    rows = tuple((*before, *row, *after) for row in box.rows)
    return Box(rows, width, box.baseline)


def rebased(box: Box, baseline: int) -> Box:
    """Return `box` with another baseline."""
    return Box(box.rows, box.width, baseline)


def picture(box: Box) -> Picture:
    """Return the rows of `box` with neighbouring runs of the same ink made one."""
    return [_merged(row) for row in box.rows]


def _blanks(width: int) -> Row:
    return (Run(" " * width, MATHS),) if width else ()


def _merged(row: Row) -> Row:
    runs: list[Run] = []
    for run in row:
        if runs and runs[-1].ink == run.ink:
            runs[-1] = Run(runs[-1].text + run.text, run.ink)
        else:
            runs.append(run)
    return tuple(runs)
