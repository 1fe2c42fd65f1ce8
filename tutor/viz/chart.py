"""Line charts: curves over steps, with axes, a legend and what went wrong in red."""

from collections.abc import Iterable, Sequence

import numpy as np

from tutor.viz.axis import Scale, fit_scale, short
from tutor.viz.callouts import (
    label_levels,
    mark_alarms,
    mark_cursor,
    mark_ends,
    mark_lone_points,
    note_no_data,
)
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.frame import draw_axes, lay_out
from tutor.viz.glyphs import GLYPHS, GlyphName
from tutor.viz.ink import Ink, Picture
from tutor.viz.layers import Plot, draw_layers
from tutor.viz.legend import Entry, draw_legend
from tutor.viz.series import Curve, Series, entry, ready, smooth

__all__ = ["Series", "line_chart", "smooth"]

# Narrower than this, marks at the right edge cost more than they tell.
_WIDTH_FOR_END_MARKS = 30
# Title and legend leave at least this many rows to the plot and its axis.
_ROWS_BELOW_HEADING = 4

Level = tuple[float, str]


def line_chart(
    series: Sequence[Series],
    *,
    width: int,
    height: int,
    log_y: bool = False,
    x_label: str = "",
    y_label: str = "",
    title: str = "",
    glyphs: GlyphName = "braille",
    cursor: float | None = None,
    levels: Iterable[Level] = (),
) -> Picture:
    """Draw curves, later ones in front, in exactly `width` times `height` cells.

    Title, legend, axes and labels give way when there is little room. The legend names
    each curve with its last value, or its value at `cursor`. A y value that is not
    finite is a red mark at the top edge; the legend says where the trouble starts.

    Args:
        series: what to draw; points in any order of x.
        width: cells.
        height: cells.
        log_y: logarithmic y axis; values that are not positive interrupt the line.
        x_label: name of the x axis.
        y_label: name of the y axis, written in front of the legend.
        title: heading.
        glyphs: characters for the dots.
        cursor: an x value to point out.
        levels: (value, label) of targets, dotted lines across the chart.
    """
    marks, canvas = GLYPHS[glyphs], Canvas(width, height)
    curves = [ready(one, index, marks) for index, one in enumerate(series)]
    lead = _lead(y_label, x_label, cursor)
    entries = [entry(curve, marks, x_label, cursor, log_y=log_y) for curve in curves]
    top = _draw_heading(canvas, title, entries, lead)
    shown = [level for level in levels if np.isfinite(level[0])]
    x, y = _scales(curves, shown, log_y=log_y)
    right = 2 if len(curves) > 1 and width >= _WIDTH_FOR_END_MARKS else 0
    frame = lay_out(canvas, x, y, top=top, right=right)
    plot = Plot(canvas, frame, marks, curves, shown)
    draw_axes(canvas, frame, marks, x_label=x_label, whole_x=_is_whole(curves))
    _draw_plot(plot, cursor)
    return canvas.picture()


def _draw_plot(plot: Plot, cursor: float | None) -> None:
    draw_layers(plot)
    mark_lone_points(plot)
    note_no_data(plot)
    label_levels(plot)
    mark_cursor(plot, cursor)
    mark_ends(plot)
    mark_alarms(plot)


def _lead(y_label: str, x_label: str, cursor: float | None) -> str:
    if cursor is None:
        return y_label
    return f"{y_label} at {x_label or 'x'} {short(cursor, 7)}".lstrip()


def _draw_heading(canvas: Canvas, title: str, entries: Sequence[Entry], lead: str) -> int:
    """Draw title and legend, the legend first in need, and return the rows used."""
    room = min(max(canvas.height - _ROWS_BELOW_HEADING, 0), 2)
    has_legend = bool(lead) or any(one.name or one.note for one in entries)
    rows = min(room, has_legend + bool(title))
    if title and rows > has_legend:
        text = shorten(title, canvas.width)
        canvas.write(0, 0, text, Ink("title", bold=True))
    if has_legend and rows:
        draw_legend(canvas, rows - 1, entries, lead=lead)
    return rows


def _scales(
    curves: Sequence[Curve], levels: Sequence[Level], *, log_y: bool
) -> tuple[Scale, Scale]:
    """Return the x and the y scale that show everything."""
    heights = [curve.y for curve in curves]
    heights += [edge for curve in curves for edge in curve.band or ()]
    heights.append(np.array([value for value, _ in levels], dtype=np.float64))
    y = fit_scale(np.concatenate(heights), log=log_y, from_zero=True)
    return fit_scale(np.concatenate([np.empty(0), *(c.x for c in curves)])), y


def _is_whole(curves: Sequence[Curve]) -> bool:
    """Return whether every x is a whole number, as step numbers are."""
    return all(np.array_equal(curve.x, np.rint(curve.x)) for curve in curves)
