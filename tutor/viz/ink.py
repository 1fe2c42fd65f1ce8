"""The drawing surface everything in `viz` produces: rows of styled runs of text.

A *picture* is a list of rows, a row a tuple of runs, a run some text in one ink. An ink names
its colours: either a theme token such as ``"muted"`` (see `TOKENS`), resolved by whoever puts
the picture on a screen, or a literal ``"#rrggbb"`` for data colours. The same picture therefore
serves the TUI, ANSI output, plain text, documents and tests.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

TOKENS = (
    "text", "muted", "faint", "accent", "title", "good", "bad", "warn", "info",
    "math", "code", "keyword", "string", "number", "comment", "function",
    "series0", "series1", "series2", "series3", "series4", "series5",
    "surface", "panel", "selection",
)  # fmt: skip
"""Every colour name a picture may use besides literal ``#rrggbb``."""

SERIES = TOKENS[TOKENS.index("series0") : TOKENS.index("series5") + 1]
"""The tokens that tell data series apart, in the order they are handed out."""


class Ink(NamedTuple):
    """How a run of text is drawn."""

    fg: str = ""
    bg: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    link: str = ""
    """Where the text leads: the id of a place, or ``term:`` or ``note:`` and a name."""


PLAIN = Ink()


class Run(NamedTuple):
    """Some text in one ink; holds no newline."""

    text: str
    ink: Ink = PLAIN


Row = tuple[Run, ...]
Picture = list[Row]


def row(*parts: str | Run) -> Row:
    """Return a row of the given runs; bare strings get plain ink."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def row_width(line: Row) -> int:
    """Return the width of `line` in terminal cells."""
    width = 0
    for run in line:
        text = run.text
        plain = text.isascii() and text.isprintable()
        width += len(text) if plain else cell_len(text)
    return width


def picture_width(picture: Iterable[Row]) -> int:
    """Return the width of the widest row in cells; 0 for an empty picture."""
    return max(map(row_width, picture), default=0)


def pad(line: Row, width: int, ink: Ink = PLAIN) -> Row:
    """Return `line` filled with blanks to at least `width` cells."""
    missing = width - row_width(line)
    return (*line, Run(" " * missing, ink)) if missing > 0 else line


def cut(line: Row, width: int) -> Row:
    """Return `line` without what stands beyond `width` cells."""
    kept: list[Run] = []
    room = width
    for run in line:
        size = cell_len(run.text)
        if size > room:
            text = set_cell_size(run.text, room) if room > 0 else ""
            return (*kept, *((run._replace(text=text),) if text else ()))
        kept.append(run)
        room -= size
    return tuple(kept)


def indent(picture: Iterable[Row], cells: int) -> Picture:
    """Return `picture` moved right by `cells`."""
    return [row(" " * cells, *line) if cells > 0 else line for line in picture]


def beside(*pictures: Picture, gap: int = 2) -> Picture:
    """Return the pictures side by side, tops aligned, `gap` blank cells between them."""
    height = max(map(len, pictures), default=0)
    widths = [picture_width(picture) for picture in pictures]
    result: Picture = []
    for y in range(height):
        line: Row = ()
        for picture, width in zip(pictures, widths, strict=True):
            part = picture[y] if y < len(picture) else ()
            line = (*line, *(row(" " * gap) if line else ()), *pad(part, width))
        result.append(line)
    return result


def plain_text(picture: Iterable[Row]) -> str:
    """Return the picture without inks, trailing blanks stripped, rows joined by newlines."""
    return "\n".join("".join(run.text for run in line).rstrip() for line in picture)
