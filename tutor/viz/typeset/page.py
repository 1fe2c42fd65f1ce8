"""A whole page: rows, where its headings are, and the live blocks in it."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tutor.course.blocks import (
    Block,
    Callout,
    Code,
    Display,
    Figure,
    Footnotes,
    Heading,
    Items,
    Paragraph,
    Placed,
    Question,
    Rule,
    Runnable,
    Table,
    plain,
    superscript,
)
from tutor.viz import maths
from tutor.viz.ink import Ink, Picture, Row, Run, indent, pad, picture_width, row, row_width
from tutor.viz.typeset.code import listing
from tutor.viz.typeset.questions import question_rows
from tutor.viz.typeset.tables import table_rows
from tutor.viz.typeset.text import runs_of, wrap

MARKS = {"note": "·", "misconception": "✗", "recap": "◆", "history": "§", "warning": "!"}
TITLES = {
    "note": "Note", "misconception": "Misconception", "recap": "Recap",
    "history": "History", "warning": "Mind this",
}  # fmt: skip
INKS = {
    "note": "info", "misconception": "bad", "recap": "good", "history": "muted",
    "warning": "warn",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page's look depends on besides its text."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers given so far, by the question's name."""
    focus: str = ""
    """Name of the live block that the reader is at."""
    titles: Callable[[str, str], str] = lambda kind, name: name
    """Gives the title, and state, of a placed exercise or demo."""
    draw: Callable[[str], Picture] | None = None
    """Draws a figure's code; a page without it shows the caption alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A live block on the page: rows `top` up to but not including `bottom`."""

    kind: str
    name: str
    top: int
    bottom: int


@dataclass(slots=True)
class Page:
    """A typeset page."""

    rows: Picture = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    """Row of each heading, by anchor."""
    contents: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, title and anchor of each heading."""
    spots: list[Spot] = field(default_factory=list)
    notes: dict[str, Sequence[Block]] = field(default_factory=dict)
    """Footnotes by the target of their mark."""


def typeset(blocks: Sequence[Block], width: int, reading: Reading | None = None) -> Page:
    """Return `blocks` set in rows of at most `width` cells."""
    setter = Setter(width, reading or Reading())
    setter.add(blocks)
    return setter.page


class Setter:
    """Adds blocks to a page one below the other."""

    def __init__(self, width: int, reading: Reading) -> None:
        self.width = width
        self.reading = reading
        self.page = Page()

    def add(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if self.page.rows:
                self.page.rows.append(())
            top = len(self.page.rows)
            self.page.rows += self.rows(block)
            self.note(block, top)

    def note(self, block: Block, top: int) -> None:
        """Remember where headings and live blocks came to stand."""
        bottom = len(self.page.rows)
        if isinstance(block, Heading):
            self.page.anchors[block.anchor] = top
            self.page.contents.append((block.level, plain(block.content), block.anchor))
        elif isinstance(block, Question | Placed):
            self.page.spots.append(Spot(block.kind, block.name, top, bottom))
        elif isinstance(block, Runnable):
            self.page.spots.append(Spot("run", run_name(block), top, bottom))

    def rows(self, block: Block) -> Picture:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return wrap(runs_of(block.content), self.width)
            case Display():
                return self.display(block.tex)
            case Code():
                return listing(block.text, self.width, block.language)
            case Runnable():
                return self.runnable(block)
            case Figure():
                return self.figure(block)
            case Items():
                return self.items(block)
            case Callout():
                return self.callout(block)
            case Table():
                return table_rows(block, self.width)
            case Question():
                return question_rows(block, self.width, self.reading, typeset)
            case Placed():
                return self.placed(block)
            case Footnotes():
                return self.footnotes(block)
            case Rule():
                return [row(Run("─" * self.width, Ink("faint")))]

    def heading(self, block: Heading) -> Picture:
        ink = Ink("title" if block.level == 1 else "accent", bold=True)
        rows = wrap([Run(plain(block.content), ink)], self.width)
        if block.level == 1:
            rows.append(row(Run("━" * min(picture_width(rows), self.width), Ink("accent"))))
        return rows

    def display(self, tex: str) -> Picture:
        try:
            picture = maths.display(tex)
        except maths.MathError:
            return [row("  ", Run(tex, Ink("math")))]
        return indent(picture, min(4, max(0, self.width - picture_width(picture))))

    def runnable(self, block: Runnable) -> Picture:
        focused = self.reading.focus == run_name(block)
        rows = listing(block.text, self.width)
        if focused:
            rows.append(
                row(Run("  ▶ Enter: change it and run it", Ink("accent", bold=True)))
            )
        for line in block.output.rstrip("\n").split("\n"):
            rows += wrap([Run(line.replace(" ", "\u00a0"), Ink("muted"))], self.width,
                         row(Run("  ▸ " , Ink("faint"))), row("    "))  # fmt: skip
        return rows

    def figure(self, block: Figure) -> Picture:
        caption = wrap([Run(block.caption, Ink("muted", italic=True))], self.width)
        if self.reading.draw is None:
            return caption
        return [*self.reading.draw(block.text), *caption]

    def items(self, block: Items) -> Picture:
        rows: Picture = []
        for number, item in enumerate(block.items, 1):
            lead = f"{number:>2}. " if block.ordered else "  • "
            inner = typeset(item, self.width - len(lead), self.reading).rows
            rows += lead_with(inner, row(Run(lead, Ink("accent"))), row(" " * len(lead)))
        return rows

    def callout(self, block: Callout) -> Picture:
        token = INKS.get(block.kind, "info")
        bar = row(Run("┃ ", Ink(token)))
        title = block.title or TITLES.get(block.kind, "")
        mark = f"{MARKS.get(block.kind, '·')} "
        prefix = f"{TITLES['misconception']}: " if block.kind == "misconception" else ""
        head = [Run(mark + prefix + title, Ink(token, bold=True))] if title else []
        inner = typeset(block.blocks, self.width - 2, self.reading).rows
        top = wrap(head, self.width - 2) if head else []
        return [(*bar, *line) for line in (*top, *inner)]

    def footnotes(self, block: Footnotes) -> Picture:
        rows: Picture = [row(Run("─" * min(20, self.width), Ink("faint")))]
        for number, note in enumerate(block.notes, 1):
            lead = f"{superscript(number)} "
            self.page.notes[f"note:{number}"] = note
            inner = typeset(note, self.width - len(lead), self.reading).rows
            rows += lead_with(inner, row(Run(lead, Ink("accent"))), row(" " * len(lead)))
        return rows

    def placed(self, block: Placed) -> Picture:
        focused = self.reading.focus == block.name
        title = self.reading.titles(block.kind, block.name)
        word = "Demo" if block.kind == "demo" else "Exercise"
        panel = Ink("text", "selection" if focused else "panel")
        mark = "▶ " if focused else "▷ "
        parts: Row = (
            Run(f" {mark}", panel._replace(fg="accent", bold=True)),
            Run(f"{word}  ", panel._replace(fg="muted")),
            Run(title, panel._replace(fg="title", bold=True)),
        )
        hint = Run("   Enter opens it", panel._replace(fg="muted"))
        if focused and row_width((*parts, hint)) <= self.width:
            parts = (*parts, hint)
        return [pad(parts, self.width, panel)]


def run_name(block: Runnable) -> str:
    """Return the name by which a piece of code is known on its page."""
    return f"run{zlib.crc32(block.text.encode()):08x}"


def lead_with(picture: Picture, first: Row, rest: Row) -> Picture:
    """Return a picture with a lead before its first row and another before the rest."""
    return [(*(rest if number else first), *line) for number, line in enumerate(picture)]
