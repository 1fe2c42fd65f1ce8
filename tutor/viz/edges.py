"""Lines between units of a network, by weight thick or thin, whole or dashed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tutor.viz.canvas import Canvas
from tutor.viz.glyphs import BRAILLE, Mask
from tutor.viz.ink import Ink
from tutor.viz.raster import Rows

POSITIVE = Ink("series0")
NEGATIVE = Ink("series1")
_WEAK = Ink("faint")
_ALARM = Ink("bad", bold=True)

# Shares of the largest weight from which a line is drawn so many dots thick.
_THICKNESS = ((0.75, 3), (0.4, 2), (0.0, 1))
# Below this share a line is only hinted at, every so many dots.
_WEAK_SHARE, _WEAK_EVERY = 0.1, 4
# A dash and the gap after it, in dots.
_DASH, _GAP = 5, 4


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two cells, given as (column, row)."""

    start: tuple[int, int]
    end: tuple[int, int]
    weight: float | None
    """Relative to the largest, in [-1, 1]; NaN if not finite; None if not given."""

    @property
    def ink(self) -> Ink:
        """The colour of the line."""
        if self.weight is None:
            return _WEAK
        if math.isnan(self.weight):
            return _ALARM
        if abs(self.weight) < _WEAK_SHARE:
            return _WEAK
        return POSITIVE if self.weight > 0 else NEGATIVE

    @property
    def strength(self) -> float:
        """What decides which of two crossing lines is in front."""
        if self.weight is None:
            return 0.0
        return math.inf if math.isnan(self.weight) else abs(self.weight)


def draw_edges(canvas: Canvas, edges: Iterable[Edge]) -> None:
    """Draw the lines, the strongest in front; where two of one colour meet, merged."""
    codes = np.zeros((canvas.height, canvas.width), np.uint8)
    ink_ids = np.zeros(codes.shape, np.intp)
    for edge in sorted(edges, key=lambda edge: edge.strength):
        between = np.s_[:, edge.start[0] + 1 : edge.end[0]]
        added = BRAILLE.pack(_dots(edge, *codes[between].shape))
        number = canvas.ink_id(edge.ink)
        codes[between][(added > 0) & (ink_ids[between] != number)] = 0
        codes[between] |= added
        ink_ids[between][added > 0] = number
    canvas.paint(0, 0, BRAILLE.table[codes], ink_ids, codes > 0)


def _dots(edge: Edge, height: int, width: int) -> Mask:
    """Return the dots of an edge in the cells between its ends."""
    mask = np.zeros((height * BRAILLE.rows, width * BRAILLE.columns), np.bool_)
    if edge.weight == 0 or not mask.size:
        return mask
    top, bottom = (y * BRAILLE.rows + 1.5 for _, y in (edge.start, edge.end))
    count = int(max(mask.shape[1], abs(bottom - top) + 1))
    columns = np.rint(np.linspace(0, mask.shape[1] - 1, count)).astype(np.int64)
    rows = np.linspace(top, bottom, count)
    kept = _pattern(np.arange(count), edge.weight)
    for offset in range(_thickness(edge.weight)):
        # 0, +1, -1: thick lines stay centred.
        shift = (offset + 1) // 2 * (1 if offset % 2 else -1)
        at = np.clip(np.rint(rows + shift), 0, mask.shape[0] - 1).astype(np.int64)
        mask[at[kept], columns[kept]] = True
    return mask


def _pattern(step: Rows, weight: float | None) -> Mask:
    """Return which dots along a line are lit."""
    lit: Mask = step >= 0
    if weight is not None and abs(weight) < _WEAK_SHARE:
        lit = step % _WEAK_EVERY == 0
    elif weight is not None and weight < 0:
        lit = step % (_DASH + _GAP) < _DASH
    return lit


def _thickness(weight: float | None) -> int:
    if weight is None or math.isnan(weight):
        return 1
    return next(dots for share, dots in _THICKNESS if abs(weight) >= share)
