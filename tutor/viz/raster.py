"""From curves to dots: which rows of each dot column a polyline covers.

Rows and columns are counted in dots, from the top left; a dot's centre lies at +0.5. A
curve is a function of its column, so its dots are one stretch of rows per column: with
many points in a column that stretch is their envelope, from least to greatest.
"""

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats
from tutor.viz.glyphs import Mask

Rows = npt.NDArray[np.int64]


def trace(x: Floats, y: Floats, columns: int) -> tuple[Floats, Floats]:
    """Return the least and greatest row of a polyline in each column.

    Args:
        x: ascending, in [0, columns], shape (N,).
        y: rows, shape (N,); NaN interrupts the line.
        columns: number of dot columns.

    Returns:
        Two arrays of shape (columns,), NaN where the line does not pass.
    """
    low, high = np.full(columns, np.nan), np.full(columns, np.nan)
    kept = np.flatnonzero(~np.isnan(y))
    if kept.size and columns:
        x, y = x[kept], y[kept]
        _add_points(low, high, x, y)
        _add_crossings(low, high, x, y, broken=np.diff(kept) > 1)
    return low, high


def _add_points(low: Floats, high: Floats, x: Floats, y: Floats) -> None:
    column = np.clip(x.astype(np.int64), 0, low.size - 1)
    starts = np.flatnonzero(np.diff(column, prepend=-1))
    low[column[starts]] = np.minimum.reduceat(y, starts)
    high[column[starts]] = np.maximum.reduceat(y, starts)


def _add_crossings(low: Floats, high: Floats, x: Floats, y: Floats, broken: Mask) -> None:
    """Add the rows at which the line passes from one column to the next."""
    borders = np.arange(1, low.size)
    before = (
        np.searchsorted(x, borders) - 1
    )  # so that a line ending on a border is drawn up to it
    joined = (before >= 0) & (before < x.size - 1)
    joined[joined] &= ~broken[before[joined]]
    borders, before = borders[joined], before[joined]
    share = (borders - x[before]) / (x[before + 1] - x[before])
    row = y[before] + share * (y[before + 1] - y[before])
    for side in (borders - 1, borders):
        low[side] = np.fmin(low[side], row)
        high[side] = np.fmax(high[side], row)


def fill(low: Floats, high: Floats, rows: int) -> Mask:
    """Return the dots between two rows of each column, shape (rows, columns).

    A dot is lit when its centre lies between; a stretch too short to hold any centre
    lights the nearest dot, so that a flat line is one dot thin and never breaks.
    """
    empty = np.isnan(low) | np.isnan(high)
    low, high = np.where(empty, 0.0, low), np.where(empty, 0.0, high)
    first, last = _whole(np.ceil(low - 0.5), rows), _whole(np.floor(high - 0.5), rows)
    middle = _whole(np.floor((low + high) / 2), rows)
    thin = first > last
    first, last = np.where(thin, middle, first), np.where(thin, middle, last)
    row = np.arange(rows)[:, None]
    lit: Mask = (row >= first) & (row <= last) & ~empty
    return lit


def _whole(row: Floats, rows: int) -> Rows:
    return np.clip(row, 0, max(rows - 1, 0)).astype(np.int64)


def dither(shape: tuple[int, int]) -> Mask:
    """Return a sparse regular pattern of dots, to shade an area."""
    row, column = np.indices(shape)
    lit: Mask = (row % 2 == 0) & ((column + row) % 4 == 0)
    return lit
