"""The dots of a chart: bands, levels and lines, one layer over the other.

A cell has one ink, so a layer hides what lies under it in every cell it touches;
merging the dots of two curves would give both the colour of one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.viz.axis import Floats
from tutor.viz.canvas import Canvas
from tutor.viz.frame import Frame
from tutor.viz.glyphs import GlyphSet, Mask
from tutor.viz.ink import Ink
from tutor.viz.raster import dither, fill, trace
from tutor.viz.series import Curve

LEVEL = Ink("muted")


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """What there is to draw, and where."""

    canvas: Canvas
    frame: Frame
    glyphs: GlyphSet
    curves: Sequence[Curve]
    levels: Sequence[tuple[float, str]]
    """Value and label of lines across the plot."""

    @property
    def dots(self) -> tuple[int, int]:
        """Rows and columns of dots in the plot."""
        frame, glyphs = self.frame, self.glyphs
        return frame.height * glyphs.rows, frame.width * glyphs.columns


def draw_layers(plot: Plot) -> None:
    """Draw bands, then levels, then lines."""
    frame = plot.frame
    codes = np.zeros((frame.height, frame.width), np.uint8)
    ink_ids = np.zeros(codes.shape, np.intp)
    for mask, ink in _layers(plot):
        layer = plot.glyphs.pack(mask)
        lit = layer > 0
        codes[lit] = layer[lit]
        ink_ids[lit] = plot.canvas.ink_id(ink)
    characters = plot.glyphs.table[codes]
    plot.canvas.paint(frame.left, frame.top, characters, ink_ids, codes > 0)


def _layers(plot: Plot) -> Iterator[tuple[Mask, Ink]]:
    for curve in plot.curves:
        if curve.band:
            yield _band(plot, curve, *curve.band), curve.ink
    for value, _ in plot.levels:
        yield _level(plot, value), LEVEL
    for curve in plot.curves:
        yield _line(plot, curve), curve.ink


def _level(plot: Plot, value: float) -> Mask:
    rows, columns = plot.dots
    row = np.full(columns, plot.frame.dot_rows(value, plot.glyphs.rows))
    dotted: Mask = np.arange(columns) % 3 == 0
    return fill(row, row, rows) & dotted


def _line(plot: Plot, curve: Curve) -> Mask:
    rows, columns = plot.dots
    x = plot.frame.dot_columns(curve.x, plot.glyphs.columns)
    y = plot.frame.dot_rows(curve.y, plot.glyphs.rows)
    return fill(*trace(x, y, columns), rows)


def _band(plot: Plot, curve: Curve, *edges: Floats) -> Mask:
    rows, columns = plot.dots
    x = plot.frame.dot_columns(curve.x, plot.glyphs.columns)
    heights = [plot.frame.dot_rows(edge, plot.glyphs.rows) for edge in edges]
    (low, high), (other_low, other_high) = (trace(x, y, columns) for y in heights)
    inside = fill(np.minimum(low, other_low), np.maximum(high, other_high), rows)
    return inside & dither((rows, columns))
