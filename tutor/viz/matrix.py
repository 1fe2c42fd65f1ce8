"""Numbers in shaded cells: weights, confusion matrices, small tensors."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len

from tutor.viz.axis import Floats, scientific, short
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.ink import Ink, Picture
from tutor.viz.palettes import Palette, colours
from tutor.viz.plane import as_grid
from tutor.viz.themes import readable_on

_BOX = Ink("faint")
_LABEL = Ink("muted")
_WIDEST_LABEL = 16
_TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is shown where; None stands for the rows or columns left out."""

    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    label_width: int
    cell_width: int
    top: int
    """Row of the upper border."""

    @property
    def left(self) -> int:
        """Column of the left border."""
        return self.label_width + (self.label_width > 0)

    @property
    def right(self) -> int:
        """Column of the right border."""
        return self.left + 1 + len(self.columns) * self.cell_width

    def column_start(self, place: int) -> int:
        """Return where the cell at `place` in the row of cells begins."""
        return self.left + 1 + place * self.cell_width


def matrix(
    values: npt.ArrayLike,
    *,
    row_labels: Sequence[str] = (),
    column_labels: Sequence[str] = (),
    cell_width: int = 7,
    digits: int = 2,
    shade: bool = True,
    mark: Collection[tuple[int, int]] = frozenset(),
    palette: Palette = "sequential",
    max_rows: int = 16,
    max_columns: int = 12,
) -> Picture:
    """Draw a matrix as a box of numbers, as large as it needs to be.

    Args:
        values: shape (R, C), or (C,) for a single row.
        row_labels: written on the left; missing ones stay empty.
        column_labels: written above; missing ones stay empty.
        cell_width: cells a number may take, brackets included, at least 4.
        digits: after the point; fewer when a number would not fit.
        shade: colour the cells by their values.
        mark: (row, column) of the cells put in brackets.
        palette: the colour map of the shades.
        max_rows: more rows than this are left out before the last, at least 3.
        max_columns: more columns than this are left out before the last, at least 3.

    Raises:
        ValueError: if there are more than two axes; choose one slice.
    """
    grid = as_grid(values)
    widest = max((cell_len(label) for label in row_labels), default=0)
    layout = _Layout(
        rows=_shown(grid.shape[0], max_rows),
        columns=_shown(grid.shape[1], max_columns),
        label_width=min(widest, _WIDEST_LABEL),
        cell_width=max(cell_width, 4),
        top=int(any(column_labels)),
    )
    is_cut = None in layout.rows or None in layout.columns
    canvas = Canvas(layout.right + 1, layout.top + len(layout.rows) + 2 + is_cut)
    _draw_box(canvas, layout)
    _draw_labels(canvas, layout, row_labels, column_labels)
    shades = colours(grid, palette) if shade else None
    _draw_numbers(canvas, layout, grid, digits, mark, shades)
    if is_cut:
        size = f"of {grid.shape[0]} {_TIMES} {grid.shape[1]}"
        canvas.write(layout.left, canvas.height - 1, size, _BOX)
    return canvas.picture()


def _shown(count: int, most: int) -> tuple[int | None, ...]:
    """Return the indices to show, the last one always among them."""
    most = max(most, 3)
    if count <= most:
        return tuple(range(count))
    return (*range(most - 2), None, count - 1)


def _draw_box(canvas: Canvas, layout: _Layout) -> None:
    line = "─" * (layout.right - layout.left - 1)
    bottom = layout.top + len(layout.rows) + 1
    canvas.write(layout.left, layout.top, f"┌{line}┐", _BOX)
    for y in range(layout.top + 1, bottom):
        canvas.write(layout.left, y, "│", _BOX)
        canvas.write(layout.right, y, "│", _BOX)
    canvas.write(layout.left, bottom, f"└{line}┘", _BOX)


def _draw_labels(
    canvas: Canvas,
    layout: _Layout,
    row_labels: Sequence[str],
    column_labels: Sequence[str],
) -> None:
    for y, row in enumerate(layout.rows, layout.top + 1):
        text = shorten(_label(row_labels, row), layout.label_width)
        canvas.write(layout.label_width - cell_len(text), y, text, _LABEL)
    for place, column in enumerate(layout.columns if layout.top else ()):
        text = shorten(_label(column_labels, column), layout.cell_width - 1)
        end = layout.column_start(place + 1) - 1
        canvas.write(end - cell_len(text), 0, text, _LABEL)


def _label(labels: Sequence[str], index: int | None) -> str:
    if index is None:
        return "…"
    return labels[index] if index < len(labels) else ""


def _draw_numbers(
    canvas: Canvas,
    layout: _Layout,
    grid: Floats,
    digits: int,
    mark: Collection[tuple[int, int]],
    shades: npt.NDArray[np.str_] | None,
) -> None:
    for y, row in enumerate(layout.rows, layout.top + 1):
        for place, column in enumerate(layout.columns):
            start = layout.column_start(place)
            if row is None or column is None:
                canvas.write(start, y, "… ".rjust(layout.cell_width), _LABEL)
                continue
            is_marked = (row, column) in mark
            text = number(float(grid[row, column]), layout.cell_width - 2, digits)
            text = f"[{text}]" if is_marked else f"{text} "
            ink = Ink("warn" if is_marked else "text", bold=is_marked)
            if shades is not None:
                shade = str(shades[row, column])
                ink = ink._replace(fg=readable_on(shade), bg=shade)
            canvas.write(start, y, text.rjust(layout.cell_width), ink)


def number(value: float, width: int, digits: int) -> str:
    """Return a number in at most `width` cells, as exact as `digits` and room allow.

    Signs and the order of magnitude are never lost: what cannot be written is ``#``.
    """
    if not math.isfinite(value):
        texts = [short(value)]
    else:
        most = min(max(digits, 0), 12)
        texts = [f"{value:.{count}f}" for count in range(most, -1, -1)]
        texts += [scientific(value, count) for count in (2, 1, 0)]
    return next((text for text in texts if len(text) <= width), "#" * width)
