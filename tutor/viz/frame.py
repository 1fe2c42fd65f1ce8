"""The axes around a plot: how much room they take, their lines, ticks and labels."""

from dataclasses import dataclass

import numpy.typing as npt

from tutor.viz.axis import Floats, Scale, tick_labels
from tutor.viz.canvas import Canvas, printable, shorten
from tutor.viz.glyphs import GlyphSet
from tutor.viz.ink import Ink

AXIS = Ink("faint")
LABEL = Ink("muted")

# Less room than this shows nothing worth reading, so labels give way to the plot.
_LEAST_COLUMNS = 12
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on a canvas a plot lies, in cells, and the scales of its two axes."""

    left: int
    top: int
    width: int
    height: int
    x: Scale
    y: Scale
    has_x_axis: bool
    has_y_axis: bool

    def dot_columns(self, values: npt.ArrayLike, dots: int = 1) -> Floats:
        """Return columns from the plot's left edge, `dots` to a cell, NaN for none."""
        return self.x.place(values) * max(self.width * dots - 1, 0) + 0.5

    def dot_rows(self, values: npt.ArrayLike, dots: int = 1) -> Floats:
        """Return rows from the plot's top edge, `dots` to a cell, NaN for none."""
        return (1 - self.y.place(values)) * max(self.height * dots - 1, 0) + 0.5

    def column_of(self, value: float, dots: int = 1) -> int | None:
        """Return the canvas column of an x value; None outside the plot."""
        return _cell(self.dot_columns(value, dots), dots, self.left, self.width)

    def row_of(self, value: float, dots: int = 1) -> int | None:
        """Return the canvas row of a y value; None outside the plot."""
        return _cell(self.dot_rows(value, dots), dots, self.top, self.height)


def _cell(dot: Floats, dots: int, start: int, size: int) -> int | None:
    place = float(dot) / dots
    return start + int(place) if 0 <= place < size else None


def lay_out(canvas: Canvas, x: Scale, y: Scale, *, top: int, right: int) -> Frame:
    """Return the frame that fills a canvas below row `top` and left of a right margin.

    Axes that would squeeze the plot are left out.
    """
    rows = max(canvas.height - top, 0)
    has_x_axis = rows >= _LEAST_ROWS + 2
    height = rows - 2 * has_x_axis
    labels = tick_labels(y.ticks(_tick_count(height, 3)), log=y.log)
    gutter = max(map(len, labels), default=0) + 2
    has_y_axis = canvas.width - gutter - right >= _LEAST_COLUMNS and rows >= 2
    left = gutter if has_y_axis else 0
    width = max(canvas.width - left - right, 0)
    return Frame(left, top, width, height, x, y, has_x_axis, has_y_axis)


def _tick_count(cells: int, cells_per_tick: int) -> int:
    return min(max(cells // cells_per_tick, 1), 10)


def draw_axes(
    canvas: Canvas,
    frame: Frame,
    glyphs: GlyphSet,
    *,
    x_label: str = "",
    whole_x: bool = False,
) -> None:
    """Draw the axis lines and their ticks; `x_label` ends the row of tick labels."""
    if frame.has_y_axis:
        _draw_y_axis(canvas, frame, glyphs)
    if frame.has_x_axis:
        _draw_x_axis(canvas, frame, glyphs, x_label, whole=whole_x)


def _draw_y_axis(canvas: Canvas, frame: Frame, glyphs: GlyphSet) -> None:
    line = frame.left - 1
    for row in range(frame.top, frame.top + frame.height):
        canvas.write(line, row, glyphs.vertical, AXIS)
    ticks = frame.y.ticks(_tick_count(frame.height, 3))
    labels = tick_labels(ticks, log=frame.y.log)
    taken: set[int] = set()
    for tick, label in zip(ticks, labels, strict=True):
        row_or_none = frame.row_of(tick, glyphs.rows)
        if row_or_none is None or row_or_none in taken:
            continue
        taken.add(row_or_none)
        canvas.write(line - 1 - len(label), row_or_none, label, LABEL)
        canvas.write(line, row_or_none, glyphs.y_tick, AXIS)


def _draw_x_axis(
    canvas: Canvas, frame: Frame, glyphs: GlyphSet, x_label: str, *, whole: bool
) -> None:
    row = frame.top + frame.height
    right = frame.left + frame.width
    canvas.write(frame.left, row, glyphs.horizontal * frame.width, AXIS)
    if frame.has_y_axis:
        canvas.write(frame.left - 1, row, glyphs.corner, AXIS)
    x_label = shorten(x_label, frame.width // 3, glyphs.ellipsis)
    if x_label:
        right -= len(printable(x_label)) + 2
        canvas.write(right + 2, row + 1, x_label, LABEL)
    ticks = frame.x.ticks(_tick_count(frame.width, 10), whole=whole)
    free = 0
    for tick, label in zip(ticks, tick_labels(ticks, log=frame.x.log), strict=True):
        column = frame.column_of(tick, glyphs.columns)
        if column is None:
            continue
        start = max(min(column - len(label) // 2, right - len(label)), 0)
        if start >= free and start <= column < right:
            canvas.write(column, row, glyphs.x_tick, AXIS)
            free = canvas.write(start, row + 1, label, LABEL) + 1
