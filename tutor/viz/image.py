"""Images and grids of small images, two pixels to a cell."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats
from tutor.viz.canvas import Canvas, shorten
from tutor.viz.ink import Ink, Picture
from tutor.viz.palettes import Palette, Rgb, data_range, lookup
from tutor.viz.pixels import Numbers, fewer_colours, paint_pixels, resample

_CAPTION = Ink("muted")
_GAP = 2


def image(
    pixels: npt.ArrayLike,
    *,
    width: int,
    height: int,
    low: float = 0.0,
    high: float = 1.0,
    stretch: bool = False,
) -> Picture:
    """Draw an image in exactly `width` times `height` cells, centred.

    Args:
        pixels: RGB, shape (H, W, 3), or grey, shape (H, W); uint8 in 0..255, floats in
            [low, high].
        width: cells.
        height: cells; each shows two pixels.
        low: the float drawn black.
        high: the float drawn white.
        stretch: fill all cells instead of keeping the proportions.

    Raises:
        ValueError: if `pixels` has another shape; pass one image at a time.
    """
    canvas, array = Canvas(width, height), _as_pixels(pixels)
    if not array.size or not canvas.width or not canvas.height:
        return canvas.picture()
    rows, columns = 2 * canvas.height, canvas.width
    if not stretch:
        rows, columns = _fit(array.shape[0], array.shape[1], rows, columns)
    top = 255.0 if array.dtype == np.uint8 else high
    bottom = 0.0 if array.dtype == np.uint8 else low
    colours = _colours(resample(array, rows, columns), bottom, top)
    left, above = (width - columns) // 2, (height - (rows + 1) // 2) // 2
    paint_pixels(canvas, left, above, fewer_colours(colours))
    return canvas.picture()


def _as_pixels(pixels: npt.ArrayLike) -> Numbers:
    array = np.asarray(pixels)
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] != 3):
        message = f"pixels have shape {array.shape}; expected (H, W) or (H, W, 3)"
        raise ValueError(message)
    return array if array.dtype == np.uint8 else array.astype(np.float64)


def _fit(height: int, width: int, rows: int, columns: int) -> tuple[int, int]:
    """Return the largest size in proportion; enlarged by a whole factor from 2 on."""
    factor = min(rows / height, columns / width)
    if factor >= 2:
        factor = math.floor(factor)
    wanted = (round(height * factor), round(width * factor))
    return min(max(wanted[0], 1), rows), min(max(wanted[1], 1), columns)


def _colours(values: Floats, low: float, high: float) -> Rgb:
    """Return 0xRRGGBB per pixel."""
    if values.ndim == 2:
        return lookup(values, "grey", low, high)
    low, high = data_range(values, "grey", low, high)
    share = (np.clip(np.nan_to_num(values, nan=low), low, high) - low) / (high - low)
    levels = np.rint(share * 255).astype(np.int64)
    return np.asarray((levels[..., 0] << 16) | (levels[..., 1] << 8) | levels[..., 2])


def tiles(
    images: Sequence[npt.ArrayLike],
    *,
    columns: int,
    captions: Sequence[str] = (),
    palette: Palette = "grey",
    low: float | None = None,
    high: float | None = None,
) -> Picture:
    """Draw small images in a grid, one pixel per half cell, captions below.

    Args:
        images: grey values, shape (H, W) each; sizes may differ.
        columns: images in a row of the grid, at least 1.
        captions: one per image; missing ones stay empty.
        palette: the colour map.
        low: value of the first colour; the least value of all images when None.
        high: value of the last colour; the greatest value of all images when None.

    Raises:
        ValueError: if an image is not 2-D.
    """
    arrays = [_as_grey(one) for one in images]
    if not arrays:
        return []
    columns = min(max(columns, 1), len(arrays))
    low, high = data_range(
        np.concatenate([one.ravel() for one in arrays]), palette, low, high
    )
    texts = [*captions[: len(arrays)], *[""] * (len(arrays) - len(captions))]
    wide = max(*(one.shape[1] for one in arrays), *map(len, texts), 1)
    tall = max((one.shape[0] + 1) // 2 for one in arrays) + any(texts)
    rows = math.ceil(len(arrays) / columns)
    canvas = Canvas(columns * (wide + _GAP) - _GAP, rows * (tall + 1) - 1)
    for index, (one, text) in enumerate(zip(arrays, texts, strict=True)):
        x, y = index % columns * (wide + _GAP), index // columns * (tall + 1)
        left = x + (wide - one.shape[1]) // 2
        paint_pixels(canvas, left, y, lookup(one, palette, low, high))
        text = shorten(text, wide)
        below = y + tall - 1
        canvas.write(x + (wide - len(text)) // 2, below, text, _CAPTION)
    return canvas.picture()


def _as_grey(values: npt.ArrayLike) -> Floats:
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 2:
        message = f"an image has shape {array.shape}; expected (H, W)"
        raise ValueError(message)
    return array
