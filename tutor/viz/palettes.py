"""Colour maps for data: numbers in, colours out, the same in every theme.

A colour is a 24-bit number 0xRRGGBB while computed with and ``#rrggbb`` in an ink.
"""

from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats, finite_or_nan
from tutor.viz.themes import SERIES_COLOURS, channels

__all__ = ["NO_NUMBER", "SERIES_COLOURS", "Palette", "Rgb", "colours", "hex_colour"]

Palette = Literal["sequential", "diverging", "grey"]
Rgb = npt.NDArray[np.int64]

NO_NUMBER = 0xB5179E
"""Magenta, in none of the maps: the colour of NaN."""

_STEPS = 256

# Evenly spaced anchors. Sequential follows cividis (Nunez, Anderton and Renslow,
# "Optimizing colormaps with consideration for color vision deficiency to enable
# accurate interpretation of scientific data", 2018); lightness grows steadily.
_ANCHORS: dict[Palette, tuple[str, ...]] = {
    "sequential": (
        *("#00224e", "#123570", "#3b496c", "#575d6d", "#707173"),
        *("#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838"),
    ),
    "diverging": (
        *("#0b4a8f", "#2f79b9", "#76acd8", "#bfd9ec", "#f7f7f5"),
        *("#fbd3a8", "#f2a154", "#d3701c", "#98440a"),
    ),
    "grey": ("#000000", "#ffffff"),
}


def _ramp(anchors: tuple[str, ...]) -> Rgb:
    """Return the map at `_STEPS` places and, last, the colour of NaN."""
    places = np.linspace(0, 1, len(anchors))
    at = np.linspace(0, 1, _STEPS)
    parts = zip(*map(channels, anchors), strict=True)
    red, green, blue = (np.rint(np.interp(at, places, p)).astype(np.int64) for p in parts)
    return np.append((red << 16) | (green << 8) | blue, NO_NUMBER)


_RAMPS = {name: _ramp(anchors) for name, anchors in _ANCHORS.items()}


def lookup(
    values: npt.ArrayLike,
    palette: Palette = "sequential",
    low: float | None = None,
    high: float | None = None,
) -> Rgb:
    """Return the colour of each value as a 24-bit number, same shape as `values`.

    Args:
        values: any numbers; infinities take the end colours, NaN takes `NO_NUMBER`.
        palette: the colour map; "diverging" is centred on 0 unless both ends are given.
        low: value of the first colour; the least finite value when None.
        high: value of the last colour; the greatest finite value when None.
    """
    low, high = data_range(values, palette, low, high)
    numbers = np.clip(np.asarray(values, np.float64), low, high)
    share = (numbers - low) / (high - low)
    steps = np.where(np.isnan(share), _STEPS, share * (_STEPS - 1) + 0.5)
    return np.asarray(_RAMPS[palette][steps.astype(np.int64)])


def data_range(
    values: npt.ArrayLike, palette: Palette, low: float | None, high: float | None
) -> tuple[float, float]:
    """Return the values of the first and last colour; always finite and low < high."""
    numbers: Floats = finite_or_nan(values).ravel()
    numbers = numbers[~np.isnan(numbers)]
    least, greatest = (numbers.min(), numbers.max()) if numbers.size else (0.0, 1.0)
    if palette == "diverging" and low is None and high is None:
        greatest = max(abs(least), abs(greatest))
        least = -greatest
    bottom = float(finite_or_nan(least if low is None else low))
    top = float(finite_or_nan(greatest if high is None else high))
    if not top - bottom > 1e-290:
        bottom = bottom if np.isfinite(bottom) else 0.0
        return bottom - max(1.0, abs(bottom)), bottom + max(1.0, abs(bottom))
    return bottom, top


def colours(
    values: npt.ArrayLike,
    palette: Palette = "sequential",
    low: float | None = None,
    high: float | None = None,
) -> npt.NDArray[np.str_]:
    """Return ``#rrggbb`` for each value; the arguments are those of `lookup`."""
    found = lookup(values, palette, low, high)
    names = [hex_colour(code) for code in found.ravel().tolist()]
    return np.array(names, dtype="<U7").reshape(found.shape)


@lru_cache(maxsize=32768)
def hex_colour(code: int) -> str:
    """Return a 24-bit number 0xRRGGBB as ``#rrggbb``."""
    return f"#{code:06x}"


def blend(one: Rgb, other: Rgb) -> Rgb:
    """Return the colours half-way between two, channel by channel."""
    return ((one & 0xFEFEFE) >> 1) + ((other & 0xFEFEFE) >> 1)
