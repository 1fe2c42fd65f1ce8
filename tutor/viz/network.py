"""Diagrams of small feed-forward networks: units as dots, weights as lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len

from tutor.viz.axis import Floats, finite_or_nan
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.edges import NEGATIVE, POSITIVE, Edge, draw_edges
from tutor.viz.ink import Ink, Picture
from tutor.viz.legend import Entry, draw_legend

_MOST_LAYERS = 5
_MOST_UNITS = 6
_UNIT = Ink("text", bold=True)
_LABEL = Ink("muted")
_ROWS_FOR_LABELS, _ROWS_FOR_KEY = 4, 8
_KEY = (
    Entry("━━", POSITIVE, "positive"),
    Entry("╺ ╸", NEGATIVE, "negative"),
    Entry("", Ink(), "thick is large"),
)

Tables = Sequence[Floats]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer as shown, or a place where layers are left out."""

    index: int | None
    """Number of the layer, None if left out."""
    x: int
    units: tuple[tuple[int | None, int], ...]
    """Number of the unit, None for those left out, and its row."""


def network(
    layers: Sequence[int],
    weights: Sequence[npt.ArrayLike] | None = None,
    *,
    width: int,
    height: int,
    labels: Sequence[str] = (),
) -> Picture:
    """Draw a network from left to right in exactly `width` times `height` cells.

    At most 5 layers and 6 units of each are shown. A larger weight is a thicker line, a
    negative one is dashed.

    Args:
        layers: number of units of each layer.
        weights: between neighbouring layers, shape (layers[k], layers[k + 1]) each, as
            in ``x @ weight``; missing entries count as 0.
        width: cells.
        height: cells.
        labels: one per layer, written below; the number of units when missing.
    """
    canvas = Canvas(width, height)
    has_labels = height >= _ROWS_FOR_LABELS
    has_key = weights is not None and height >= _ROWS_FOR_KEY
    room = max(canvas.height - has_labels - 2 * has_key, 0)
    shown = _lay_out(layers, canvas.width, room)
    tables = None if weights is None else _relative(weights)
    draw_edges(canvas, _edges(shown, tables))
    for layer in shown:
        _draw_units(canvas, layer)
        if has_labels:
            _draw_label(canvas, layer, room, layers, labels)
    if has_key:
        draw_legend(canvas, canvas.height - 1, _KEY)
    return canvas.picture()


def _lay_out(layers: Sequence[int], width: int, height: int) -> list[_Layer]:
    indices = _shown(len(layers), min(_MOST_LAYERS, width))
    slot = width / max(len(indices), 1)
    return [
        _Layer(
            index,
            int((place + 0.5) * slot),
            _rows(1 if index is None else layers[index], height),
        )
        for place, index in enumerate(indices)
    ]


def _rows(count: int, height: int) -> tuple[tuple[int | None, int], ...]:
    units = _shown(count, min(_MOST_UNITS, height))
    slot = height / max(len(units), 1)
    return tuple((unit, int((at + 0.5) * slot)) for at, unit in enumerate(units))


def _shown(count: int, most: int) -> list[int | None]:
    """Return what to show of `count` things, None in place of those left out."""
    if count <= most:
        return [*range(count)]
    return [*range(most - 2), None, count - 1] if most >= 3 else [*range(max(most, 0))]


def _relative(weights: Sequence[npt.ArrayLike]) -> Tables:
    """Return the weights divided by the largest of all, at least 2-D."""
    tables = [np.atleast_2d(finite_or_nan(table)) for table in weights]
    sizes = [np.nan_to_num(np.abs(table)).max(initial=0.0) for table in tables]
    largest = float(max(sizes, default=0.0))
    return [table / largest if largest > 1e-290 else table for table in tables]


def _edges(shown: Sequence[_Layer], tables: Tables | None) -> Iterator[Edge]:
    for left, right in pairwise(shown):
        if left.index is None or right.index is None:
            continue
        for (i, y), (j, other_y) in product(left.units, right.units):
            if i is None or j is None:
                continue
            weight = None if tables is None else _weight(tables, left.index, i, j)
            yield Edge((left.x, y), (right.x, other_y), weight)


def _weight(tables: Tables, layer: int, i: int, j: int) -> float:
    try:
        return float(tables[layer][i, j])
    except IndexError:
        return 0.0


def _draw_units(canvas: Canvas, layer: _Layer) -> None:
    for unit, y in layer.units:
        if layer.index is None:
            canvas.write(layer.x, y, "⋯", _LABEL)
        elif unit is None:
            canvas.write(layer.x, y, "⋮", _LABEL)
        else:
            canvas.write(layer.x, y, "●", _UNIT)


def _draw_label(
    canvas: Canvas,
    layer: _Layer,
    y: int,
    layers: Sequence[int],
    labels: Sequence[str],
) -> None:
    if layer.index is None:
        return
    given = layer.index < len(labels)
    text = labels[layer.index] if given else str(layers[layer.index])
    text = shorten(text, max(canvas.width // max(min(len(layers), 5), 1) - 1, 1))
    start = layer.x - (cell_len(text) - 1) // 2
    canvas.write(max(min(start, canvas.width - cell_len(text)), 0), y, text, _LABEL)
