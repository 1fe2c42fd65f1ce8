"""A lesson: the page, its contents list, and its live blocks."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from tutor.course import Lesson
from tutor.course.answers import is_right, parse_number
from tutor.course.blocks import Code, Question, Runnable, questions_in, walk
from tutor.errors import TutorError
from tutor.store import Standing
from tutor.tui.actions import LESSON, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.page import FIND, PageScreen
from tutor.tui.widgets.answering import Picking
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.page_sheet import PageSheet
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.page import Reading, run_name, typeset
from tutor.viz.typeset.text import wrap

ANSWER = "your answer"
BEGINNING = 16
"""Blocks, such as paragraphs and figures, that fill any screen."""


class LessonScreen(PageScreen):
    """One page of the book."""

    ACTIONS: ClassVar[Table] = LESSON
    ABOUT = (
        "A page of the book. Tab goes from one live block to the next: predictions, "
        "quizzes, code to run, exercises. Underlined words explain themselves: f, then the "
        "letter, or a click."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LESSON)]

    def __init__(self, lesson: Lesson, anchor: str = "", query: str = "") -> None:
        super().__init__(lesson, anchor, query)
        self.questions: dict[str, Question] = {}
        self.answers: dict[str, str] = {}
        self.standings: dict[str, Standing] = {}
        self.focus_name = ""
        self.picking = Picking()

    def compose(self) -> ComposeResult:
        yield TitleBar(self.lesson.title)
        with Horizontal():
            yield Sheet(id="contents")
            yield PageSheet()
        yield Input(placeholder=ANSWER, select_on_focus=True)
        yield KeyBar(LESSON)

    def ready(self) -> None:
        self.sheet.show([(), row(Run("  …", Ink("muted")))])
        self.sheet.focus()
        self.work("page", self.open_page)

    async def open_page(self) -> None:
        """Parse the page, set it, and draw its figures, off the event loop."""
        store, lesson = self.services.store, self.lesson
        try:
            self.blocks = await asyncio.to_thread(self.read_blocks)
        except (OSError, TutorError) as error:
            text = f"This page cannot be shown: {error}"
            self.sheet.show(lambda width: wrap([Run(text, Ink("bad"))], width))
            return
        self.questions = {q.name: q for q in questions_in(self.blocks)}
        self.answers = dict(store.answers(lesson.id))
        self.standings = store.standings()
        await self.show_beginning()
        await asyncio.to_thread(self.set_page, max(20, self.sheet.room))
        self.sheet.show(self.set_page)
        self.fill_contents()
        self.go_to_start()
        self.watch(self.sheet, "scroll_y", self.scrolled, init=False)
        self.set_interval(5.0, self.remember_place)
        await asyncio.to_thread(self.draw_figures)
        self.keep_reading()

    async def show_beginning(self) -> None:
        """Show what fills the screen at once, if the page is going to be read from its top."""
        if self.starts_at_top:
            whole, self.blocks = self.blocks, self.blocks[:BEGINNING]
            await asyncio.to_thread(self.set_page, max(20, self.sheet.room))
            self.sheet.show(self.set_page)
            self.blocks = whole

    def set_page(self, width: int) -> Picture:
        reading = Reading(
            answers=self.answers,
            focus=self.focus_name,
            titles=lambda kind, name: self.title_of(name),
            draw=lambda code: self.figures.get(code, []),
        )
        measure = self.services.settings.page_width
        margin = max(0, min((width - measure) // 2, 8))
        self.sheet.page = typeset(self.blocks, min(width - margin, measure), reading)
        lead = row(" " * margin)
        rows = [(*lead, *line) for line in self.sheet.page.rows]
        return [*rows, (), *self.ending(width)]

    def ending(self, width: int) -> Picture:
        """Return the last rows: what comes next."""
        after = self.services.course.after(self.lesson.id)
        if after is None:
            return [row(Run("The end of the course, for now.", Ink("muted"))), ()]
        text = [
            Run("n  ", Ink("accent", bold=True)),
            Run("next: ", Ink("muted")),
            Run(after.title, Ink("accent", underline=True, link=after.id)),
        ]
        return [*wrap(text, width), ()]

    def title_of(self, name: str) -> str:
        return self.services.title_of(f"{self.lesson.topic}/{name}", self.standings)

    def on_screen_resume(self) -> None:
        self.standings = self.services.store.standings()
        if self.blocks:
            self.sheet.recompose_rows()

    def action_spot(self, steps: int) -> None:
        """Move the focus to the next live block, or the one before."""
        names = [spot.name for spot in self.sheet.page.spots]
        if names:
            known = self.focus_name in names
            at = (
                names.index(self.focus_name) + steps
                if known
                else self.sheet.first_shown(steps)
            )
            self.focus_on(names[max(0, min(at, len(names) - 1))])

    def focus_on(self, name: str) -> None:
        """Put the focus on a live block and bring it into view."""
        self.focus_name = name
        self.picking = Picking()
        self.sheet.recompose_rows()
        question = self.questions.get(name)
        if question and question.form == "number" and name not in self.answers:
            self.ask(ANSWER)
        else:
            self.query_one(Input).remove_class("-asking")
            self.sheet.focus()
        self.reveal_focus()
        self.call_after_refresh(self.reveal_focus)

    def reveal_focus(self) -> None:
        if spot := self.sheet.find(self.focus_name):
            self.sheet.reveal(spot.top, spot.bottom)

    def on_sheet_pointed(self, event: Sheet.Pointed) -> None:
        """Go to the live block under the pointer, and then open it."""
        for spot in self.sheet.page.spots if event.sheet is self.sheet else ():
            if spot.top <= event.line < spot.bottom:
                if spot.name == self.focus_name:
                    self.action_open()
                else:
                    self.focus_on(spot.name)

    def targets(self) -> list[Target]:
        """Return the links, headings and live blocks in view."""
        sheet, region = self.sheet, self.sheet.content_region
        found = [Target(x, y, partial(self.follow, link)) for x, y, link in sheet.links()]
        top = sheet.scroll_offset.y
        stops: list[tuple[int, Callable[[], None]]] = [
            (line, partial(self.follow, f"#{anchor}"))
            for anchor, line in sheet.page.anchors.items()
        ]
        stops += [(s.top, partial(self.enter, s.name)) for s in sheet.page.spots]
        found += [
            Target(region.x, region.y + line - top, go)
            for line, go in stops
            if 0 <= line - top < region.height
        ]
        if self.has_class("-contents"):
            links = self.query_one("#contents", Sheet).links()
            found += [Target(x, y, partial(self.follow, link)) for x, y, link in links]
        return sorted(found, key=lambda t: (t.y, t.x))

    def enter(self, name: str) -> None:
        """Go to a live block; open it where that is all one can do with it."""
        self.focus_on(name)
        spot = self.sheet.find(name)
        if spot and spot.kind in ("exercise", "demo", "run"):
            self.action_open()

    def action_open(self) -> None:
        """Answer the question in focus, run the code, or open the exercise or demo."""
        spot = self.sheet.find(self.focus_name)
        if spot is None:
            self.action_spot(1)
        elif spot.kind in ("exercise", "demo"):
            self.tutor.open_place(f"{self.lesson.topic}/{spot.name}")
        elif spot.kind == "run":
            from tutor.tui.screens.run_code import RunCodeScreen

            self.app.push_screen(RunCodeScreen(self.lesson, self.code(spot.name)))
        elif self.picking.picked:
            self.give(self.picking.answer())

    def code(self, name: str) -> Runnable:
        """Return the piece of code called `name`."""
        return next(
            b for b in walk(self.blocks) if isinstance(b, Runnable) and run_name(b) == name
        )

    def on_key(self, event: events.Key) -> None:
        """Digits choose among the answers of the question in focus."""
        question = self.questions.get(self.focus_name)
        if question is None or question.form == "number" or question.name in self.answers:
            return
        chosen = self.picking.press(question, event.character or "")
        if chosen is None:
            return
        event.stop()
        if chosen:
            self.give(chosen)
        else:
            self.query_one(TitleBar).note = self.picking.said()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.placeholder == FIND:
            self.look_for(event.value)
        elif parse_number(event.value) is None:
            self.tell("Type a number, such as 0.5, 1/2 or 50 %.")
        else:
            self.give(event.value.strip())

    def give(self, answer: str) -> None:
        """Commit to an answer: keep it and show the explanation."""
        question = self.questions[self.focus_name]
        right = is_right(question, answer)
        self.services.store.answer(self.lesson.id, question.name, answer, right)
        self.answers[question.name] = answer
        self.query_one(TitleBar).note = "right" if right else "not quite: read why"
        self.focus_on(question.name)

    def action_again(self) -> None:
        """Forget the answer in focus, so that it can be given again."""
        if self.answers.pop(self.focus_name, None) is not None:
            self.focus_on(self.focus_name)

    def action_turn(self, steps: int) -> None:
        """Go to the next hit of a search, else to the next place of the course."""
        if self.sheet.hits:
            self.sheet.next_hit(steps)
            return
        ids = list(self.services.course.places)
        if self.lesson.id not in ids:
            return
        at = ids.index(self.lesson.id) + steps
        if steps > 0:
            self.services.store.mark(self.lesson.id, "read")
        if 0 <= at < len(ids):
            self.tutor.open_place(ids[at])

    def action_exercise(self) -> None:
        """Go to the first exercise of this lesson that has not been passed."""
        ids = [f"{self.lesson.topic}/{name}" for name in self.lesson.places]
        exercises = [i for i in ids if i in self.services.course.exercises]
        fresh = [i for i in exercises if self.status(i) != "passed"]
        if chosen := (fresh or exercises)[:1]:
            self.tutor.open_place(chosen[0])
        else:
            self.tell("This lesson has no exercise.")

    def status(self, place_id: str) -> str:
        found = self.standings.get(place_id)
        return found.status if found else "new"

    def action_copy(self) -> None:
        """Copy the code in focus, or the first of the page."""
        codes = [b for b in walk(self.blocks) if isinstance(b, Runnable | Code)]
        chosen = [
            c for c in codes if isinstance(c, Runnable) and run_name(c) == self.focus_name
        ]
        for block in (chosen or codes)[:1]:
            self.app.copy_to_clipboard(block.text)
            first = block.text.strip().splitlines()[0]
            self.tell(f"Copied {len(block.text.splitlines())} lines, from: {first}")

    def action_back(self) -> None:
        """Leave the field, then the search, then the page."""
        field = self.query_one(Input)
        if field.has_class("-asking"):
            field.remove_class("-asking")
            self.sheet.focus()
        elif self.sheet.query_text:
            self.sheet.search("")
        else:
            super().action_back()
