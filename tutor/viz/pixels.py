"""Pixels on a canvas, two to a cell: ``▀`` in the upper colour on the lower one."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats
from tutor.viz.canvas import Canvas
from tutor.viz.ink import PLAIN, Ink
from tutor.viz.palettes import Rgb, hex_colour

Numbers = npt.NDArray[np.uint8] | Floats

CLEAR = -1
"""A pixel that lets the background through."""

UPPER, LOWER = "▀", "▄"


def paint_pixels(canvas: Canvas, x: int, y: int, colours: Rgb) -> None:
    """Paint pixels in a rectangle of cells that lies wholly on the canvas.

    Args:
        canvas: what to paint on.
        x: left column.
        y: top row.
        colours: 0xRRGGBB or `CLEAR`, shape (H, W); an odd last row leaves half a cell.
    """
    if colours.shape[0] % 2:
        last = np.full((1, colours.shape[1]), CLEAR)
        colours = np.concatenate([colours, last])
    top, bottom = colours[0::2], colours[1::2]
    pairs, where = np.unique((top << 25) + (bottom & 0x1FFFFFF), return_inverse=True)
    ink_ids = canvas.add_inks(map(_ink, pairs.tolist()))[where].reshape(top.shape)
    glyphs = np.where(top == CLEAR, LOWER, UPPER)
    shown = (top != CLEAR) | (bottom != CLEAR)
    canvas.paint(x, y, glyphs, ink_ids, shown)


@lru_cache(maxsize=32768)
def _ink(pair: int) -> Ink:
    """Return the ink of a cell; 25 bits per pixel, the highest set when clear."""
    top, bottom = pair >> 25, pair & 0x1FFFFFF
    if top == CLEAR:
        return PLAIN if bottom >> 24 else Ink(hex_colour(bottom))
    return Ink(hex_colour(top), "" if bottom >> 24 else hex_colour(bottom))


def fewer_colours(colours: Rgb, most: int = 2000) -> Rgb:
    """Return the colours with 6 or 5 bits a channel if there are more than `most`.

    More inks than that cost time and bytes and cannot be told apart.
    """
    for mask, half in ((0xFCFCFC, 0x020202), (0xF8F8F8, 0x040404)):
        if np.unique(colours).size <= most:
            break
        colours = (colours & mask) | half
    return colours


def resample(values: Numbers, rows: int, columns: int) -> Floats:
    """Return an array of `rows` by `columns`, averaging areas or repeating values.

    Args:
        values: numbers, shape (H, W) or (H, W, C), H and W at least 1.
        rows: at least 1.
        columns: at least 1.
    """
    with np.errstate(all="ignore"):
        across = _average(values, rows).swapaxes(0, 1)
        return _average(across, columns).swapaxes(0, 1)


def _average(values: Numbers, count: int) -> Floats:
    """Return `count` rows, each the mean of its share or a repeated one."""
    size = values.shape[0]
    starts = np.arange(count) * size // count
    if count >= size:
        return np.asarray(values[starts], dtype=np.float64)
    kind = np.uint32 if values.dtype == np.uint8 else np.float64
    # A sum per slice takes a quarter of the time of one `np.add.reduceat`.
    slices = pairwise([*starts.tolist(), size])
    return np.stack([values[a:b].sum(axis=0, dtype=kind) / (b - a) for a, b in slices])


def interpolate(values: Floats, rows: int, columns: int) -> Floats:
    """Return a grid of `rows` by `columns` read off between the values, bilinearly."""
    with np.errstate(all="ignore"):
        return _between(_between(values, rows).T, columns).T


def _between(values: Floats, count: int) -> Floats:
    size = values.shape[0]
    place = np.clip((np.arange(count) + 0.5) * size / count - 0.5, 0, size - 1)
    below = place.astype(np.int64)
    above = np.minimum(below + 1, size - 1)
    share = (place - below)[:, None]
    between: Floats = values[below] * (1 - share) + values[above] * share
    return between
