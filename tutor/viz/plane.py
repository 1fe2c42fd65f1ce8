"""Fields over a plane: heat maps, decision boundaries and the points they separate."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats, fit_scale
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.frame import Frame, draw_axes, lay_out
from tutor.viz.glyphs import BRAILLE
from tutor.viz.ink import SERIES, Ink, Picture
from tutor.viz.legend import Entry, draw_legend
from tutor.viz.palettes import Palette, Rgb, blend, hex_colour, lookup
from tutor.viz.pixels import interpolate, paint_pixels, resample
from tutor.viz.themes import readable_on

Range = tuple[float, float]


def field(
    values: npt.ArrayLike,
    *,
    width: int,
    height: int,
    palette: Palette = "diverging",
    low: float | None = None,
    high: float | None = None,
) -> Picture:
    """Draw a 2-D array as a heat map filling `width` times `height` cells.

    Args:
        values: shape (H, W), row 0 at the top; averaged or repeated to fit.
        width: cells.
        height: cells; each shows two rows of colours.
        palette: the colour map; "diverging" puts 0 in its middle.
        low: value of the first colour; taken from the values when None.
        high: value of the last colour; taken from the values when None.
    """
    canvas, array = Canvas(width, height), as_grid(values)
    if array.size and width > 0 and height > 0:
        shown = resample(array, 2 * height, width)
        paint_pixels(canvas, 0, 0, lookup(shown, palette, low, high))
    return canvas.picture()


def plane(
    values: npt.ArrayLike | None,
    points: npt.ArrayLike = (),
    classes: Sequence[int] | npt.NDArray[np.integer] = (),
    *,
    width: int,
    height: int,
    x_range: Range = (-1.0, 1.0),
    y_range: Range = (-1.0, 1.0),
    palette: Palette = "diverging",
    low: float | None = None,
    high: float | None = None,
    contour: bool = True,
    names: Sequence[str] = (),
    x_label: str = "",
    title: str = "",
) -> Picture:
    """Draw points over a field, with axes, in exactly `width` times `height` cells.

    Each class has its own mark, and a line runs where the field changes sign, so the
    drawing can be read without colour.

    Args:
        values: field over the two ranges, shape (H, W), row 0 at the greatest y; None
            for points alone.
        points: x and y, shape (N, 2); those outside the ranges are left out.
        classes: class of each point, shape (N,); all 0 when empty.
        width: cells.
        height: cells.
        x_range: left and right edge.
        y_range: bottom and top edge.
        palette: the colour map.
        low: value of the first colour; taken from the field when None.
        high: value of the last colour; taken from the field when None.
        contour: whether to draw the line where the field is 0.
        names: of the classes, for the legend.
        x_label: name of the x axis.
        title: heading.
    """
    canvas = Canvas(width, height)
    top = _draw_heading(canvas, title, names)
    x, y = fit_scale(np.array(x_range)), fit_scale(np.array(y_range))
    frame = lay_out(canvas, x, y, top=top, right=0)
    draw_axes(canvas, frame, BRAILLE, x_label=x_label)
    array = as_grid([] if values is None else values)
    backing = None
    if array.size and frame.width and frame.height:
        backing = _paint_field(canvas, frame, array, (palette, low, high))
        if contour:
            _draw_contour(canvas, frame, array, backing)
    _draw_points(canvas, frame, points, classes, backing)
    return canvas.picture()


def as_grid(values: npt.ArrayLike) -> Floats:
    """Return `values` as a 2-D array; 1-D ones become a single row.

    Raises:
        ValueError: if there are more than two axes; choose one slice.
    """
    array = np.atleast_2d(np.asarray(values, dtype=np.float64))
    if array.ndim != 2:
        message = f"values have shape {array.shape}; expected (H, W)"
        raise ValueError(message)
    return array


def _draw_heading(canvas: Canvas, title: str, names: Sequence[str]) -> int:
    if canvas.height < 6 or not (title or names):
        return 0
    title = shorten(title, canvas.width)
    start = canvas.write(0, 0, title, Ink("title", bold=True)) + (3 if title else 0)
    entries = [
        Entry(BRAILLE.marker(index), Ink("text"), name) for index, name in enumerate(names)
    ]
    draw_legend(canvas, 0, entries, x=start)
    return 1


def _paint_field(
    canvas: Canvas,
    frame: Frame,
    values: Floats,
    colouring: tuple[Palette, float | None, float | None],
) -> Rgb:
    """Paint the field and return the mean colour of each cell, shape (h, w)."""
    shown = interpolate(values, 2 * frame.height, frame.width)
    colours = lookup(shown, *colouring)
    paint_pixels(canvas, frame.left, frame.top, colours)
    return blend(colours[0::2], colours[1::2])


def _draw_contour(canvas: Canvas, frame: Frame, values: Floats, backing: Rgb) -> None:
    """Draw dots where the sign of the field changes to the right or below."""
    rows, columns = frame.height * BRAILLE.rows, frame.width * BRAILLE.columns
    fine = interpolate(values, rows + 1, columns + 1)
    with np.errstate(invalid="ignore"):
        positive, known = fine > 0, ~np.isnan(fine)
    here = np.s_[:-1, :-1]
    lit = np.zeros((rows, columns), dtype=np.bool_)
    for there in (np.s_[1:, :-1], np.s_[:-1, 1:]):
        lit |= (positive[here] != positive[there]) & known[here] & known[there]
    codes = BRAILLE.pack(lit)
    inks, where = np.unique(backing, return_inverse=True)
    ink_ids = canvas.add_inks(map(_on, inks.tolist()))[where].reshape(backing.shape)
    characters = BRAILLE.table[codes]
    canvas.paint(frame.left, frame.top, characters, ink_ids, codes > 0)


def _on(colour: int) -> Ink:
    background = hex_colour(colour)
    return Ink(readable_on(background), background, bold=True)


def _draw_points(
    canvas: Canvas,
    frame: Frame,
    points: npt.ArrayLike,
    classes: Sequence[int] | npt.NDArray[np.integer],
    backing: Rgb | None,
) -> None:
    places = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    kinds = [*map(int, classes), *[0] * len(places)]
    for (x, y), kind in zip(places.tolist(), kinds, strict=False):
        column = frame.column_of(x, BRAILLE.columns)
        row = frame.row_of(y, BRAILLE.rows)
        if column is None or row is None:
            continue
        ink = Ink(SERIES[kind % len(SERIES)], bold=True)
        if backing is not None:
            ink = _on(int(backing[row - frame.top, column - frame.left]))
        canvas.write(column, row, BRAILLE.marker(kind), ink)
