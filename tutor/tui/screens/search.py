"""Search: the text of the whole course, as one types."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tutor.course.searching import Hit, Line, search
from tutor.tui.actions import SEARCH, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.choices import Choices
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.finding import HIT
from tutor.viz.ink import Ink, Picture, Row, Run, row
from tutor.viz.typeset.text import wrap

BEFORE = 24
"""Characters shown before the first hit of a line."""


class SearchScreen(TutorScreen):
    """A field, and the lines that hold what is typed into it."""

    ACTIONS: ClassVar[Table] = SEARCH
    ABOUT = "Type words: a line is found that holds all of them. Enter opens its page."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH, priority=True)]
    DEFAULT_CSS = """
    SearchScreen Input { dock: top; height: 3; margin-top: 1; }
    """

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.query_text = query
        self.lines: list[Line] = []
        self.hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        yield TitleBar("Search")
        yield Input(self.query_text, placeholder="words to find in the course")
        yield Choices()
        yield KeyBar(SEARCH)

    def ready(self) -> None:
        self.query_one(Input).focus()
        self.work("search", self.begin)

    async def begin(self) -> None:
        """Read the course once; later searches have it at hand."""
        self.lines = await asyncio.to_thread(self.services.course_lines)
        self.look()

    def on_input_changed(self) -> None:
        self.look()

    def look(self) -> None:
        query = self.query_one(Input).value
        self.hits = search(self.lines, query)
        self.query_one(Choices).fill(
            len(self.hits), self.hit_row, at=0, heads=self.heads(), empty=self.empty(query)
        )
        found = f"{len(self.hits)} lines" if self.hits else ""
        self.query_one(TitleBar).note = found

    def heads(self) -> dict[int, str]:
        """Return the page titles, each before the first of its hits in a row."""
        found, last = {}, ""
        for index, hit in enumerate(self.hits):
            if hit.line.title != last:
                last = hit.line.title
                found[index] = last
        return found

    def empty(self, query: str) -> Picture:
        if not self.lines:
            text = "Reading the course …"
        elif query.strip():
            text = f"No line holds all of: {query.strip()}. Try fewer or shorter words."
        else:
            text = "Lessons, tasks, code and captions are searched."
        return [
            (),
            *wrap([Run(text, Ink("muted"))], max(20, self.size.width - 4), row("  ")),
        ]

    def hit_row(self, index: int, width: int) -> Row:
        """Return one line around its first hit, the hits marked."""
        hit = self.hits[index]
        text, spans = hit.line.text, hit.spans
        start = max(0, spans[0][0] - BEFORE) if spans else 0
        shown = text[start : start + width - 2]
        cut = start + len(shown) < len(text)
        runs: list[Run] = [Run("…" if start else " ", Ink("muted"))]
        at = 0
        for left, right in spans:
            left, right = left - start, min(right - start, len(shown))
            if left >= len(shown) or left < at:
                continue
            runs += [Run(shown[at:left], Ink("text")), Run(shown[left:right], HIT)]
            at = right
        runs += [Run(shown[at:], Ink("text")), Run("…" if cut else "", Ink("muted"))]
        return tuple(run for run in runs if run.text)

    def action_cursor(self, steps: int) -> None:
        self.query_one(Choices).move(steps)

    def on_choices_chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the page at the hit, with the words marked."""
        if self.hits:
            hit = self.hits[self.query_one(Choices).at]
            first = hit.spans[0] if hit.spans else (0, 0)
            words = hit.line.text[first[0] : first[1]]
            self.tutor.open_place(hit.line.place, hit.line.anchor, words)
