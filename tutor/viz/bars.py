"""Bars: one per name, histograms, and lines of bars small enough for a table."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len

from tutor.viz.axis import Floats, Scale, finite_or_nan, short
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.frame import Frame, draw_axes, lay_out
from tutor.viz.glyphs import BLOCK
from tutor.viz.ink import Ink, Picture

_UP = np.array(list(" ▁▂▃▄▅▆▇█"))
_RIGHT = " ▏▎▍▌▋▊▉█"
# Unicode has no other blocks that are filled from the right.
_LEFT = " ▕▕▐▐▐██"
_BAR = Ink("series0")
_NEGATIVE = Ink("series1")
_TEXT = Ink("text")
_ALARM = Ink("bad", bold=True)
# A bar shorter than this says less than the number beside it.
_LEAST_BAR = 4


def bars(labels: Sequence[str], values: Sequence[float], *, width: int) -> Picture:
    """Draw one horizontal bar per label, in exactly `width` cells.

    Negative bars grow to the left. Values that are not finite have no bar and stand in
    red. Labels and then bars give way when there is little room.
    """
    numbers = [float(value) for value in values]
    texts = [short(value) for value in numbers]
    canvas = Canvas(width, len(numbers))
    names = [*labels[: len(numbers)], *[""] * (len(numbers) - len(labels))]
    name_width = min(max(map(cell_len, names), default=0), max(width // 3, 0))
    text_width = max(map(len, texts), default=0)
    start = name_width + (name_width > 0)
    room = width - start - text_width - 1
    unit, zero = _unit(numbers, room)
    for y, (name, value, text) in enumerate(zip(names, numbers, texts, strict=True)):
        name = shorten(name, name_width)
        canvas.write(name_width - cell_len(name), y, name, Ink("muted"))
        ink = _TEXT if math.isfinite(value) else _ALARM
        canvas.write(width - len(text), y, text, ink)
        if room >= _LEAST_BAR and math.isfinite(value):
            _draw_bar(canvas, start + zero, y, value * unit)
    return canvas.picture()


def _unit(values: Sequence[float], room: int) -> tuple[float, int]:
    """Return cells per 1.0 and how many cells lie left of zero."""
    finite = [value / 4 for value in values if math.isfinite(value)]
    least, greatest = min([0.0, *finite]), max([0.0, *finite])
    span = greatest - least
    if span < 1e-290 or room < _LEAST_BAR:
        return 0.0, 0
    left = min(math.ceil(room * (-least / span)), room - 1) if least else 0
    sides = [left / -least if least else math.inf]
    sides.append((room - left) / greatest if greatest else math.inf)
    return min(sides) / 4, left


def _draw_bar(canvas: Canvas, zero: int, y: int, cells: float) -> None:
    """Draw a bar of so many cells from column `zero`, to the left if negative."""
    eighths = max(round(abs(cells) * 8), 1) if cells else 0
    full, part = divmod(eighths, 8)
    if cells > 0:
        canvas.write(zero, y, ("█" * full + _RIGHT[part]).rstrip(), _BAR)
    elif cells < 0:
        text = (_LEFT[part] + "█" * full).lstrip()
        canvas.write(zero - len(text), y, text, _NEGATIVE)


def histogram(
    counts: npt.ArrayLike,
    edges: npt.ArrayLike,
    *,
    width: int,
    height: int,
    x_label: str = "",
    title: str = "",
) -> Picture:
    """Draw bins as upright bars with axes, in exactly `width` times `height` cells.

    Args:
        counts: shape (N,); what is negative or not a number counts as 0.
        edges: of the bins, shape (N + 1,); bins are numbered if these do not ascend.
        width: cells.
        height: cells.
        x_label: name of the x axis.
        title: heading.
    """
    canvas = Canvas(width, height)
    heights = np.nan_to_num(finite_or_nan(counts).ravel(), nan=0.0).clip(0)
    borders = _borders(finite_or_nan(edges).ravel(), heights.size)
    heights = heights[: borders.size - 1]
    top = int(bool(title) and height >= 6)
    if top:
        canvas.write(0, 0, shorten(title, width), Ink("title", bold=True))
    most = float(heights.max(initial=0.0))
    y = Scale(0.0, most if most > 1e-280 else 1.0)
    x = Scale(float(borders[0]), float(borders[-1]))
    frame = lay_out(canvas, x, y, top=top, right=0)
    draw_axes(canvas, frame, BLOCK, x_label=x_label)
    if heights.size and frame.width:
        _draw_columns(canvas, frame, heights / y.high, borders)
    return canvas.picture()


def _borders(edges: Floats, count: int) -> Floats:
    """Return edges of at most `count` bins, plain numbers if those given are no use."""
    edges = edges[: count + 1]
    span = edges[-1] - edges[0] if edges.size > 1 else 0.0
    ascending = edges.size > 1 and bool(np.all(np.diff(edges) >= 0))
    if ascending and span > max(1e-9 * float(np.abs(edges).max()), 1e-280):
        return edges
    return np.arange(max(count, 1) + 1, dtype=np.float64)


def _draw_columns(canvas: Canvas, frame: Frame, shares: Floats, borders: Floats) -> None:
    """Draw each column as high as the highest bin that reaches into it."""
    places = frame.x.place(borders) * frame.width
    starts = np.searchsorted(places, np.arange(frame.width), side="right") - 1
    bins = np.clip(starts, 0, shares.size - 1)
    eighths = np.rint(np.maximum.reduceat(shares, bins) * frame.height * 8)
    above = np.arange(frame.height - 1, -1, -1)[:, None] * 8
    filled = np.clip(eighths - above, 0, 8).astype(np.int64)
    if frame.width >= 3 * shares.size:
        # Room enough to part the bars.
        filled[:, :-1][:, np.diff(bins) > 0] = 0
    ink_ids = np.full(filled.shape, canvas.ink_id(_BAR))
    canvas.paint(frame.left, frame.top, _UP[filled], ink_ids, filled > 0)


def sparkline(values: npt.ArrayLike, width: int) -> Picture:
    """Draw a line of bars, one row of exactly `width` cells, from least to greatest.

    Args:
        values: shape (N,); neighbours are averaged when there are more than cells. A
            value that is not finite leaves a red mark.
        width: cells.
    """
    canvas, numbers = Canvas(width, 1), finite_or_nan(values).ravel()
    cells = min(max(width, 0), numbers.size)
    if not cells:
        return canvas.picture()
    starts = np.arange(cells) * numbers.size // cells
    sizes = np.diff(starts, append=numbers.size)
    # Halved, so that the difference of the extremes cannot overflow.
    means = np.add.reduceat(numbers / sizes.max() / 2, starts) / sizes * sizes.max()
    finite = means[~np.isnan(means)]
    low, span = finite.min(initial=np.inf), np.ptp(finite) if finite.size else 0.0
    for x, mean in enumerate(means.tolist()):
        if math.isnan(mean):
            canvas.write(x, 0, BLOCK.alarm, _ALARM)
        else:
            share = (mean - low) / span if span else 0.5
            canvas.write(x, 0, str(_UP[1 + round(share * 7)]), _BAR)
    return canvas.picture()
