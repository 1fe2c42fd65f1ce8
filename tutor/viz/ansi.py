"""Pictures as text with escape codes, for pipes, logs and documents."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from tutor.viz.ink import Ink, Row, Run
from tutor.viz.themes import THEMES, ThemeName, channels, luminance

Colours = Literal["truecolor", "256", "16", "none"]

_RESET = "\x1b[0m"
_SHADES = " ░▒▓█"
_CUBE = (0, 95, 135, 175, 215, 255)

# With 16 colours the terminal chooses how they look, so tokens keep to those that can
# be read on dark and light alike; body text stays in the terminal's own colour.
_BASIC_TOKENS = {
    "muted": 39, "faint": 90, "accent": 36, "title": 39, "good": 32, "bad": 31,
    "warn": 33, "info": 36, "math": 35, "code": 33, "keyword": 31, "string": 32,
    "number": 36, "comment": 90, "function": 35, "text": 39,
    "series0": 36, "series1": 33, "series2": 32, "series3": 35, "series4": 34,
    "series5": 31, "surface": 39, "panel": 39, "selection": 90,
}  # fmt: skip
_BASIC_COLOURS = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
)  # fmt: skip


def to_ansi(
    picture: Iterable[Row],
    theme: ThemeName = "dark",
    colours: Colours = "truecolor",
) -> str:
    """Return the picture as lines of text with escape codes, blanks at line ends cut.

    Args:
        picture: what to write.
        theme: whose colours the ink tokens take; the background is not painted.
        colours: what the terminal can show. With "none" there is no escape code at all,
            and pixels become shades.
    """
    return "\n".join(_line(row, theme, colours) for row in picture)


def _line(row: Row, theme: ThemeName, colours: Colours) -> str:
    if colours == "none":
        return "".join(_shaded(run, theme) for run in row).rstrip()
    parts = [(run.text, _codes(run.ink, theme, colours)) for run in _trimmed(row)]
    return "".join(
        f"\x1b[{codes}m{text}{_RESET}" if codes else text for text, codes in parts
    )


def _trimmed(row: Row) -> list[Run]:
    """Return the runs without blanks at the end that show nothing."""
    runs = list(row)
    while runs and not (runs[-1].ink.bg or runs[-1].ink.reverse or runs[-1].ink.underline):
        text = runs[-1].text.rstrip()
        if text:
            runs[-1] = runs[-1]._replace(text=text)
            break
        runs.pop()
    return runs


@lru_cache(maxsize=32768)
def _codes(ink: Ink, theme: ThemeName, colours: Colours) -> str:
    styles = (
        (1, ink.bold), (3, ink.italic), (4, ink.underline), (7, ink.reverse),
    )  # fmt: skip
    codes = [str(code) for code, is_on in styles if is_on]
    codes += [_colour(ink.fg, theme, colours, 0)] if ink.fg else []
    codes += [_colour(ink.bg, theme, colours, 10)] if ink.bg else []
    return ";".join(codes)


def _colour(name: str, theme: ThemeName, colours: Colours, shift: int) -> str:
    """Return the code of a colour; `shift` is 10 for a background."""
    if colours == "16":
        basic = _BASIC_TOKENS.get(name)
        return str((nearest_16(name) if basic is None else basic) + shift)
    literal = _literal(name, theme)
    if colours == "256":
        return f"{38 + shift};5;{nearest_256(literal)}"
    red, green, blue = channels(literal)
    return f"{38 + shift};2;{red};{green};{blue}"


def _literal(name: str, theme: ThemeName) -> str:
    return name if name.startswith("#") else THEMES[theme][name]


def nearest_256(colour: str) -> int:
    """Return the number of the xterm colour nearest to ``#rrggbb``, 16 to 255."""
    wanted = channels(colour)
    red, green, blue = (_nearest_step(channel) for channel in wanted)
    cube = (_CUBE[red], _CUBE[green], _CUBE[blue])
    step = min(max(round((sum(wanted) / 3 - 8) / 10), 0), 23)
    grey = (8 + 10 * step,) * 3
    if _distance(grey, wanted) < _distance(cube, wanted):
        return 232 + step
    return 16 + 36 * red + 6 * green + blue


def _nearest_step(channel: int) -> int:
    return min(range(len(_CUBE)), key=lambda step: abs(_CUBE[step] - channel))


def nearest_16(colour: str) -> int:
    """Return the foreground code nearest to ``#rrggbb``: 30 to 37 or 90 to 97."""
    wanted = channels(colour)
    best = min(range(16), key=lambda i: _distance(_BASIC_COLOURS[i], wanted))
    return 30 + best if best < 8 else 82 + best


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _shaded(run: Run, theme: ThemeName) -> str:
    """Return the text of a run; pixels as a shade, fuller the more they stand out."""
    upper, lower = run.ink.fg, run.ink.bg or run.ink.fg
    if not (upper.startswith("#") and set(run.text) <= set("▀▄")):
        return run.text
    light = (luminance(upper) + luminance(_literal(lower, theme))) / 2
    share = light ** (1 / 2.2)
    share = 1 - share if theme == "light" else share
    return _SHADES[min(int(share * len(_SHADES)), len(_SHADES) - 1)] * len(run.text)
