"""Search in the whole course: every line of every lesson and task, by plain words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.course.blocks import (
    Block,
    Callout,
    Code,
    Display,
    Figure,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Question,
    Runnable,
    Table,
)
from tutor.course.model import Course, Exercise, Lesson, Place
from tutor.course.parse import parse_page
from tutor.errors import CourseError


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the course, as plain text."""

    place: str
    title: str
    heading: str
    """Title of the heading above it."""
    anchor: str
    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A line in which all words were found."""

    line: Line
    spans: tuple[tuple[int, int], ...]
    """Where, as positions in the line's text."""


Formula = Callable[[str], str]
"""Gives a formula's TeX as it is shown."""


def lines_of(course: Course, formula: Formula = str) -> list[Line]:
    """Return every line of the course; takes some hundred milliseconds, so in a thread."""
    found: list[Line] = []
    for place in course.places.values():
        if path := page_of(place):
            try:
                blocks = parse_page(path)
            except CourseError:
                continue
            found += lines(place, blocks, formula)
    return found


def page_of(place: Place) -> Path | None:
    if isinstance(place, Lesson):
        return place.path
    return place.task if isinstance(place, Exercise) else None


def lines(place: Place, blocks: Sequence[Block], formula: Formula) -> Iterator[Line]:
    heading, anchor = place.title, ""
    for block, text in texts(blocks, formula):
        if isinstance(block, Heading):
            heading, anchor = text, block.anchor
            yield Line(place.id, place.title, heading, anchor, text, True)
        elif text:
            yield Line(place.id, place.title, heading, anchor, text)


def texts(blocks: Sequence[Block], formula: Formula) -> Iterator[tuple[Block, str]]:
    """Yield every block that holds text, with the text."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block, shown(block.content, formula)
            case Code() | Runnable():
                yield block, " ".join(block.text.split())
            case Figure():
                yield block, block.caption
            case Display():
                yield block, formula(block.tex)
            case Table():
                for cells in (block.header, *block.rows):
                    yield block, "  ".join(shown(cell, formula) for cell in cells)
            case Items():
                for item in block.items:
                    yield from texts(item, formula)
            case Callout():
                yield block, block.title
                yield from texts(block.blocks, formula)
            case Question():
                yield from texts(block.ask, formula)


def shown(content: Inlines, formula: Formula) -> str:
    """Return running text as it is read."""
    return "".join(
        formula(part.text)
        if part.kind in ("math", "display")
        else (" " if part.kind == "break" else part.text)
        for part in content
    )


def search(found: Sequence[Line], query: str, most: int = 200) -> list[Hit]:
    """Return the lines that hold all words of a query, headings and titles first."""
    words = [word for word in query.lower().split() if word]
    if not words:
        return []
    hits = []
    for line in found:
        lower = line.text.lower()
        if all(word in lower for word in words):
            hits.append(Hit(line, spans(lower, words)))
    phrase = " ".join(words)
    hits.sort(key=lambda h: (not h.line.is_heading, phrase not in h.line.text.lower()))
    return hits[:most]


def spans(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple(found.span() for found in re.finditer(pattern, text))
