"""Running text: inlines to runs, runs to rows of at most a given width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from tutor.viz.ink import Ink, Picture, Row, Run, row_width

if TYPE_CHECKING:
    from tutor.course.blocks import Inline, Inlines

BODY = Ink("text")
INKS = {
    "text": BODY,
    "strong": Ink("title", bold=True),
    "emphasis": Ink("text", italic=True),
    "code": Ink("code"),
    "math": Ink("math"),
    "display": Ink("math"),
    "link": Ink("accent", underline=True),
    "term": Ink("text", underline=True),
    "note": Ink("accent"),
    "break": BODY,
}
BLANKS = re.compile(r"([ \t\n]+)")
"""Where a row may end; a no-break space is none of them."""


def runs_of(content: Inlines, base: Ink = BODY) -> list[Run]:
    """Return running text as runs; plain text takes the ink `base`."""
    return [Run(text_of(part), ink_of(part, base)) for part in content]


def text_of(part: Inline) -> str:
    if part.kind in ("math", "display"):
        return formula(part.text)
    return " " if part.kind == "break" and part.text == " " else part.text


def formula(tex: str) -> str:
    """Return inline maths; its source where it cannot be drawn."""
    from tutor.viz import maths

    try:
        return maths.inline(tex).replace(" ", "\u00a0")
    except maths.MathError:
        return tex


def ink_of(part: Inline, base: Ink) -> Ink:
    ink = base if part.kind in ("text", "break") else INKS[part.kind]
    return ink._replace(link=part.target) if part.target else ink


Word = tuple[Run, ...]
"""Touching runs, such as a formula and the comma after it: never parted by a row's end."""


def wrap(runs: Iterable[Run], width: int, first: Row = (), rest: Row = ()) -> Picture:
    """Return runs as rows of at most `width` cells, broken at blanks.

    Args:
        runs: text; a newline in it starts a new row.
        width: cells, including the leads.
        first: put before the first row.
        rest: put before every other row, as wide as `first`.
    """
    room = max(4, width - row_width(first))
    rows: list[list[Run]] = [[]]
    used = 0
    for word, size in fitting(measured(tuple(runs)), room):
        if word[0].text == "\n":
            rows.append([])
            used = 0
        elif used + size <= room:
            if rows[-1] or not word[0].text.isspace():
                rows[-1] += word
                used += size
        elif not word[0].text.isspace():
            rows.append(list(word))
            used = size
    return [
        (*(rest if number else first), *merged(line)) for number, line in enumerate(rows)
    ]


def words(runs: Iterable[Run]) -> Iterator[Word]:
    """Yield words, and the blanks and newlines between them."""
    word: list[Run] = []
    for run in runs:
        for number, part in enumerate(BLANKS.split(run.text)):
            if number % 2:  # between any two words the blanks that part them
                if word:
                    yield tuple(word)
                word = []
                yield (Run("\n" if "\n" in part else part, run.ink),)
            elif part:
                word.append(Run(part, run.ink))
    if word:
        yield tuple(word)


@lru_cache(maxsize=8192)
def measured(runs: tuple[Run, ...]) -> tuple[tuple[Word, int], ...]:
    """Return words and blanks with their widths in cells, kept for the next resize."""
    return tuple((word, row_width(word)) for word in words(runs))


def fitting(pieces: Iterable[tuple[Word, int]], room: int) -> Iterator[tuple[Word, int]]:
    """Yield the words with their widths, those wider than `room` chopped."""
    for word, size in pieces:
        if size <= room:
            yield word, size
        else:
            for run in word:
                for part in chop_cells(run.text, room):
                    yield (Run(part, run.ink),), cell_len(part)


def merged(line: Sequence[Run]) -> Row:
    """Return a row with neighbouring runs of one ink joined and trailing blanks gone."""
    result: list[Run] = []
    for run in line:
        if result and result[-1].ink == run.ink:
            result[-1] = Run(result[-1].text + run.text, run.ink)
        else:
            result.append(run)
    while result and result[-1].text.isspace():
        result.pop()
    return tuple(result)
