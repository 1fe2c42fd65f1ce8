"""What the ink tokens look like on a dark and on a light background.

Knows no numpy, so that text can be coloured without loading it. Every colour for text
has a contrast of at least 4.5 against its theme's background (WCAG 2.2, success
criterion 1.4.3), lines included, since a line's colour also draws its mark.
"""

from functools import lru_cache
from typing import Literal

ThemeName = Literal["dark", "light", "contrast", "mono"]
"""``contrast`` is white and yellow on black; ``mono`` knows only black, white and greys."""

BACKGROUND: dict[ThemeName, str] = {
    "dark": "#15171c",
    "light": "#fbfbf9",
    "contrast": "#000000",
    "mono": "#000000",
}

SERIES_COLOURS: dict[ThemeName, tuple[str, ...]] = {
    "dark": ("#56b4e9", "#e69f00", "#2fc796", "#d98cb7", "#f0e442", "#ef7a3c"),
    "light": ("#0072b2", "#96650a", "#007a5a", "#a3437f", "#6f6a00", "#b84a00"),
    "contrast": ("#6fd0ff", "#ffb81f", "#4dffc3", "#ff9fdc", "#fff34d", "#ff9457"),
    "mono": ("#ffffff", "#bdbdbd", "#e0e0e0", "#a6a6a6", "#d0d0d0", "#949494"),
}
"""The Okabe-Ito colours, safe for colour-blind readers, adjusted to be read as text.

Source: Okabe and Ito, "Color Universal Design", 2008; hues kept, lightness changed.
"""

_DARK = {
    "text": "#e4e6ea",
    "muted": "#a7aeb9",
    "faint": "#838b98",
    "accent": "#7cc7ff",
    "title": "#ffffff",
    "good": "#5fd3a2",
    "bad": "#ff7b72",
    "warn": "#f2b84b",
    "info": "#7cc7ff",
    "math": "#d9ccff",
    "code": "#ead9a6",
    "keyword": "#ff9e80",
    "string": "#a5d6a7",
    "number": "#8fd3f4",
    "comment": "#8f98a6",
    "function": "#c9a9ff",
    "surface": "#1b1e25",
    "panel": "#242832",
    "selection": "#2c4059",
}

_LIGHT = {
    "text": "#1f2328",
    "muted": "#565e69",
    "faint": "#6a727d",
    "accent": "#0a5fb4",
    "title": "#000000",
    "good": "#116b45",
    "bad": "#b3261e",
    "warn": "#8a5a00",
    "info": "#0a5fb4",
    "math": "#5b3aa8",
    "code": "#6b5300",
    "keyword": "#a83a00",
    "string": "#2b6a2f",
    "number": "#005f87",
    "comment": "#626a75",
    "function": "#6f3fb0",
    "surface": "#f4f4f1",
    "panel": "#ececea",
    "selection": "#cfe0f5",
}


_CONTRAST = {
    "text": "#ffffff",
    "muted": "#e0e0e0",
    "faint": "#c2c2c2",
    "accent": "#ffff00",
    "title": "#ffffff",
    "good": "#5dff9b",
    "bad": "#ff9a94",
    "warn": "#ffd633",
    "info": "#8fd8ff",
    "math": "#e8dcff",
    "code": "#fff2a8",
    "keyword": "#ffb599",
    "string": "#b6ffba",
    "number": "#a8e4ff",
    "comment": "#cfcfcf",
    "function": "#e2ccff",
    "surface": "#000000",
    "panel": "#1c1c1c",
    "selection": "#00408a",
}

_MONO = {
    "text": "#f2f2f2",
    "muted": "#c4c4c4",
    "faint": "#a3a3a3",
    "accent": "#ffffff",
    "title": "#ffffff",
    "good": "#ffffff",
    "bad": "#ffffff",
    "warn": "#e6e6e6",
    "info": "#e6e6e6",
    "math": "#f2f2f2",
    "code": "#e6e6e6",
    "keyword": "#ffffff",
    "string": "#d6d6d6",
    "number": "#e6e6e6",
    "comment": "#b3b3b3",
    "function": "#ffffff",
    "surface": "#0d0d0d",
    "panel": "#242424",
    "selection": "#4a4a4a",
}


def _with_series(name: ThemeName, colours: dict[str, str]) -> dict[str, str]:
    series = {f"series{i}": colour for i, colour in enumerate(SERIES_COLOURS[name])}
    return colours | series


THEMES: dict[ThemeName, dict[str, str]] = {
    "dark": _with_series("dark", _DARK),
    "light": _with_series("light", _LIGHT),
    "contrast": _with_series("contrast", _CONTRAST),
    "mono": _with_series("mono", _MONO),
}
"""The colour of every ink token, per theme, as ``#rrggbb``."""


@lru_cache(maxsize=4096)
def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of ``#rrggbb``, each in 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, in [0, 1], as WCAG defines it."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white)."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


@lru_cache(maxsize=4096)
def readable_on(background: str) -> str:
    """Return near-black or white, whichever reads better on ``#rrggbb``."""
    return max("#101010", "#ffffff", key=lambda ink: contrast(ink, background))
