"""Proofs of the small things on a page: formulas, links, figures, headings, wording."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.arithmetic import false_equations
from tutor.authoring.findings import Finding, at, line_of
from tutor.authoring.questions import question, question_lines
from tutor.authoring.reading import parsed, walk
from tutor.authoring.statements import unfinished
from tutor.course import Course, Lesson
from tutor.course.blocks import (
    Callout,
    Display,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Question,
    plain,
)
from tutor.errors import NotFound
from tutor.viz import figures, maths
from tutor.viz.ink import picture_width

WIDTH = 76
CALLOUTS = {"note", "misconception", "recap", "history", "warning"}
FORBIDDEN = re.compile(
    r"\b(simply|obviously|of course|trivially|as everyone knows)\b", re.I
)
SUM = re.compile(
    r"(?:[a-z]{2} |[:;(] ?)"
    r"([-−]?\d[\d.]*(?: ?[-−+·×/*] ?\d[\d.]*)+ = [-−]?\d+(?:\.\d+)?)(?![\w·×^])"
)
"""Numbers joined by signs, an equals sign, a number."""


def fine_print(course: Course, path: Path, blocks: Any) -> Iterator[Finding]:
    """Formulas, links, figures, questions, callouts: each draws and leads somewhere."""
    yield from unfinished(path)
    yield from repeated(path, blocks)
    yield from steps_of_headings(path, blocks)
    anchors: set[str] = set()
    fences = question_lines(path)
    for item in walk(blocks):
        if isinstance(item, Display):
            yield from formula(path, item.tex, display=True)
        elif isinstance(item, Inline):
            yield from running_text(course, path, item)
        elif isinstance(item, Figure):
            yield from figure(path, item)
        elif isinstance(item, Question):
            yield from question(path, next(fences, 1), item)
        elif isinstance(item, Callout) and item.kind not in CALLOUTS:
            known = ", ".join(sorted(CALLOUTS))
            yield at("callout", path, f"[!{item.kind}", f"{item.kind!r} is none of {known}")
        elif isinstance(item, Heading):
            if item.anchor in anchors:
                yield at(
                    "anchor", path, plain(item.content), "two headings have this anchor"
                )
            anchors.add(item.anchor)


def repeated(path: Path, blocks: Any) -> Iterator[Finding]:
    """No paragraph of some length stands on a page twice."""
    seen: set[str] = set()
    for item in walk(blocks):
        if isinstance(item, Paragraph) and len((text := plain(item.content)).split()) > 12:
            if text in seen:
                start = text[:40].partition("\n")[0]
                yield at("repeated", path, start, "this paragraph stands here twice")
            seen.add(text)


def steps_of_headings(path: Path, blocks: Any) -> Iterator[Finding]:
    """A heading is at most one level below the one before."""
    level = 0
    for item in walk(blocks):
        if isinstance(item, Heading):
            if item.level > level + 1:
                yield at(
                    "heading", path, plain(item.content), "a level is skipped above it"
                )
            level = item.level


def running_text(course: Course, path: Path, item: Inline) -> Iterator[Finding]:
    """Formulas, links and wording within a paragraph."""
    if item.kind in ("math", "display"):
        yield from formula(path, item.text, display=item.kind == "display")
    elif item.kind == "link":
        yield from link(course, path, item.target)
    elif item.kind == "text":
        if word := FORBIDDEN.search(item.text):
            yield at(
                "wording", path, word[0], f"{word[0]!r} makes readers feel slow; cut it"
            )
        yield from plain_arithmetic(path, item.text)


def plain_arithmetic(path: Path, text: str) -> Iterator[Finding]:
    """Sums written without maths marks, as in captions and tables, are right too."""
    for sides in SUM.findall(text):
        for wrong in false_equations(sides):
            yield at("arithmetic", path, sides, f"{wrong}; correct the number")


def formula(path: Path, tex: str, *, display: bool) -> Iterator[Finding]:
    """A formula draws, fits, can be read aloud, and its arithmetic is right."""
    try:
        if display:
            width = picture_width(maths.display(tex))
            if width > WIDTH:
                yield at(
                    "formula-width", path, tex, f"{width} cells wide; {WIDTH} is the most"
                )
        else:
            maths.inline(tex)
        maths.spoken(tex)
    except (ValueError, KeyError, IndexError) as error:
        yield at("formula", path, tex, f"the formula cannot be drawn: {error}")
        return
    for wrong in false_equations(tex):
        yield at("arithmetic", path, tex, f"{wrong}; correct the number")


def link(course: Course, path: Path, target: str) -> Iterator[Finding]:
    """A link names a place of the course and, behind #, a heading of a lesson."""
    if target.startswith(("http://", "https://")):
        yield at(
            "link",
            path,
            target,
            "links lead to places of the course; cite sources in words",
        )
        return
    place, _, anchor = target.partition("#")
    try:
        found = course.find(place)
    except NotFound as error:
        yield at("link", path, target, f"the link leads nowhere: {error}")
        return
    if not anchor:
        return
    if not isinstance(found, Lesson):
        yield at(
            "link", path, target, f"{place} is a {found.kind} and has no headings to link"
        )
        return
    blocks, _ = parsed(found.path)
    known = [b.anchor for b in walk(blocks) if isinstance(b, Heading)]
    if anchor not in known:
        yield at("link", path, target,
                 f"{place} has no heading #{anchor}; it has {', '.join(known)}")  # fmt: skip


def figure(path: Path, item: Figure) -> Iterator[Finding]:
    """A figure has a caption and draws within the width, with something on it."""
    yield from plain_arithmetic(path, item.caption)
    if len(item.caption.split()) < 3:
        yield at("caption", path, item.text, "a figure's caption says what to see")
    try:
        picture = figures.draw(item.text, str(path))
    except Exception as error:
        line = line_of(path, item.text) + failing_line(error, str(path)) - 1
        yield Finding("figure", str(path), line,
                      f"it cannot be drawn: {type(error).__name__}: {error}")  # fmt: skip
        return
    if not any(run.text.strip() for line in picture for run in line):
        yield at("figure", path, item.text, "the figure is empty")


def failing_line(error: Exception, filename: str) -> int:
    """Return the line of a piece of code at which it failed; 1 if that is not known."""
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == filename), 1)
