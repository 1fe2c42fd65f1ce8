"""What points things out on a chart: ends of curves, targets, trouble, the cursor."""

import numpy as np
from rich.cells import cell_len

from tutor.viz.canvas import shorten
from tutor.viz.frame import Frame
from tutor.viz.ink import PLAIN, Ink
from tutor.viz.layers import LEVEL, Plot
from tutor.viz.series import Curve

ALARM = Ink("bad", bold=True)


def label_levels(plot: Plot) -> None:
    """Write each level's label on its line, where it hides the fewest dots."""
    for value, label in plot.levels:
        text = shorten(label, plot.frame.width // 2, plot.glyphs.ellipsis)
        row = plot.frame.row_of(value, plot.glyphs.rows)
        if text and row is not None:
            text = f" {text} "
            plot.canvas.write(_freest(plot, row, cell_len(text)), row, text, LEVEL)


def _freest(plot: Plot, row: int, cells: int) -> int:
    """Return the rightmost column where a text in `row` hides the fewest curves."""
    frame = plot.frame
    columns = range(frame.left, frame.left + frame.width)
    hidden = [plot.canvas.ink_at(x, row) not in (LEVEL, PLAIN) for x in columns]
    starts = range(frame.width - cells, -1, -1)
    return frame.left + min(starts, key=lambda x: sum(hidden[x : x + cells]), default=0)


def mark_ends(plot: Plot) -> None:
    """Put each curve's mark in the right margin, level with its end.

    The mark tells the curves apart without colour. Where there is no margin, nothing.
    """
    column = plot.frame.left + plot.frame.width + 1
    taken: set[int] = set()
    for curve in reversed(plot.curves):
        row = plot.frame.row_of(curve.value_at(None), plot.glyphs.rows)
        if row is not None and column < plot.canvas.width:
            row = _nearest_free(row, taken, plot.frame)
            taken.add(row)
            plot.canvas.write(column, row, curve.marker, curve.ink)


def _nearest_free(row: int, taken: set[int], frame: Frame) -> int:
    rows = range(frame.top, frame.top + frame.height)
    free = (candidate for candidate in rows if candidate not in taken)
    return min(free, key=lambda candidate: abs(candidate - row), default=row)


def note_no_data(plot: Plot) -> None:
    """Say so when no curve has a point to draw."""
    frame, text = plot.frame, "no data"
    if any(np.isfinite(curve.y).any() for curve in plot.curves):
        return
    if frame.width >= len(text):
        column = frame.left + (frame.width - len(text)) // 2
        plot.canvas.write(column, frame.top + frame.height // 2, text, LEVEL)


def mark_lone_points(plot: Plot) -> None:
    """Draw a curve of a single point as its mark, since one dot is hard to see."""
    for curve in plot.curves:
        finite = np.flatnonzero(np.isfinite(curve.y))
        if finite.size == 1:
            _mark_point(plot, curve, int(finite[0]))


def _mark_point(plot: Plot, curve: Curve, index: int) -> None:
    x, y = float(curve.x[index]), float(curve.y[index])
    column = plot.frame.column_of(x, plot.glyphs.columns)
    row = plot.frame.row_of(y, plot.glyphs.rows)
    if column is not None and row is not None:
        plot.canvas.write(column, row, curve.marker, curve.ink)


def mark_alarms(plot: Plot) -> None:
    """Mark at the top edge where values are not finite."""
    frame, glyphs = plot.frame, plot.glyphs
    for curve in plot.curves:
        dots = frame.dot_columns(curve.alarms, glyphs.columns)
        for column in np.unique(dots.astype(np.int64) // glyphs.columns).tolist():
            plot.canvas.write(frame.left + column, frame.top, glyphs.alarm, ALARM)


def mark_cursor(plot: Plot, cursor: float | None) -> None:
    """Shade the column of the cursor and draw a line through its blank cells."""
    if cursor is None:
        return
    column = plot.frame.column_of(cursor, plot.glyphs.columns)
    if column is None:
        return
    for row in range(plot.frame.top, plot.frame.top + plot.frame.height):
        if plot.canvas.is_blank(column, row):
            plot.canvas.write(column, row, plot.glyphs.vertical, Ink("faint"))
        plot.canvas.tint(column, row, bg="selection")
