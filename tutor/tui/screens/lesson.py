"""A lesson: the page, its contents list, and its live blocks."""

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from tutor.course import Lesson
from tutor.course.answers import is_right, parse_number
from tutor.course.blocks import Block, Callout, Items, Question
from tutor.store import Standing
from tutor.tui.actions import LESSON, bindings, hints
from tutor.tui.screens.base import TutorScreen
from tutor.tui.services import page_blocks
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.page import Page, Reading, Spot, typeset
from tutor.viz.typeset.text import wrap

MEASURE = 78
"""Widest a page is set: longer lines are hard to read."""
CONTENTS_FROM = 112
"""Screen width from which the contents list stands beside the page."""


class PageSheet(Sheet):
    """The page of a lesson, with one live block in focus."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def find(self, name: str) -> Spot | None:
        """Return where the live block `name` stands."""
        return next((spot for spot in self.page.spots if spot.name == name), None)


class LessonScreen(TutorScreen):
    """One page of the book."""

    ACTIONS = LESSON
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LESSON, priority=False)]
    DEFAULT_CSS = """
    LessonScreen #contents { width: 30; display: none; background: $surface; }
    LessonScreen.-contents #contents { display: block; }
    LessonScreen PageSheet { width: 1fr; }
    LessonScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    LessonScreen Input.-asking { display: block; }
    """

    def __init__(self, lesson: Lesson, anchor: str = "") -> None:
        super().__init__()
        self.lesson = lesson
        self.wanted = anchor
        self.blocks: tuple[Block, ...] = ()
        self.questions: dict[str, Question] = {}
        self.answers: dict[str, str] = {}
        self.standings: dict[str, Standing] = {}
        self.focus_name = ""
        self.picked: list[int] = []
        self.figures: dict[str, Picture] = {}
        self.reading_place: tuple[str, int] | None = None
        self.has_read = False

    def compose(self) -> ComposeResult:
        yield TitleBar(self.lesson.title)
        with Horizontal():
            yield Sheet(id="contents")
            yield PageSheet()
        yield Input(placeholder="your answer", select_on_focus=True)
        yield KeyBar(hints(LESSON))

    def on_mount(self) -> None:
        self.query_one(PageSheet).show([(), row(Run("  …", Ink("muted")))])
        self.query_one(PageSheet).focus()
        self.run_worker(self.open_page(), exclusive=True, group="page")

    async def open_page(self) -> None:
        """Parse the page, set it, and draw its figures, off the event loop."""
        store, lesson = self.services.store, self.lesson
        changed = lesson.path.stat().st_mtime
        self.blocks = await asyncio.to_thread(page_blocks, lesson.path, changed)
        self.questions = {q.name: q for q in questions_in(self.blocks)}
        self.answers = dict(store.answers(lesson.id))
        self.standings = store.standings()
        sheet = self.query_one(PageSheet)
        sheet.show(self.set_page)
        self.fill_contents()
        self.go_to_start()
        self.watch(sheet, "scroll_y", self.scrolled, init=False)
        self.set_interval(5.0, self.remember_place)
        await asyncio.to_thread(self.draw_figures)
        kept = sheet.scroll_offset.y, sheet.virtual_size.height
        self.keep_reading(kept)

    def keep_reading(self, before: tuple[int, int]) -> None:
        """Set the page again with its figures, keeping the block on top where it is."""
        sheet = self.query_one(PageSheet)
        top, anchor_line = before[0], self.heading_above(before[0])
        old = sheet.page.anchors.get(anchor_line, 0)
        sheet.recompose_rows()
        new = sheet.page.anchors.get(anchor_line, 0)
        sheet.scroll_to(y=max(0, top + new - old), animate=False)

    def heading_above(self, line: int) -> str:
        anchors = self.query_one(PageSheet).page.anchors
        return max(
            (a for a in anchors if anchors[a] <= line), key=anchors.__getitem__, default=""
        )

    def draw_figures(self) -> None:
        """Draw all figures of the page; a figure that fails says so in its place."""
        from tutor.course.blocks import Figure
        from tutor.viz import figures

        for block in walk(self.blocks):
            if isinstance(block, Figure) and block.text not in self.figures:
                try:
                    self.figures[block.text] = figures.draw(
                        block.text, str(self.lesson.path)
                    )
                except Exception as error:
                    notice = f"(this figure cannot be drawn: {error})"
                    self.figures[block.text] = [row(Run(notice, Ink("bad")))]

    def set_page(self, width: int) -> Picture:
        reading = Reading(
            answers=self.answers,
            focus=self.focus_name,
            titles=lambda kind, name: self.title_of(name),
            draw=lambda code: self.figures.get(code, []),
        )
        sheet = self.query_one(PageSheet)
        margin = max(0, min((width - MEASURE) // 2, 8))
        sheet.page = typeset(self.blocks, min(width - margin, MEASURE), reading)
        lead = row(" " * margin)
        rows = [(*lead, *line) for line in sheet.page.rows]
        return [*rows, (), *self.ending(width)]

    def ending(self, width: int) -> Picture:
        """Return the last rows: what comes next."""
        after = self.services.course.after(self.lesson.id)
        if after is None:
            return [row(Run("The end of the course, for now.", Ink("muted"))), ()]
        text = [
            Run("n  ", Ink("accent", bold=True)),
            Run(f"next: {after.title}", Ink("muted")),
        ]
        return [*wrap(text, width), ()]

    def title_of(self, name: str) -> str:
        return self.services.title_of(f"{self.lesson.topic}/{name}", self.standings)

    def go_to_start(self) -> None:
        """Go to the wanted heading, or to where the learner stopped reading."""
        sheet = self.query_one(PageSheet)
        if self.wanted:
            line = sheet.page.anchors.get(self.wanted, 0)
        else:
            block, offset = self.services.store.setting(f"at:{self.lesson.id}", ("", 0))
            line = sheet.page.anchors.get(block, 0) + offset
        self.call_after_refresh(sheet.scroll_to, y=line, animate=False)

    def scrolled(self) -> None:
        """Note the heading at the top and how far below it the reader is."""
        sheet = self.query_one(PageSheet)
        if not sheet.page.anchors:
            return
        line = sheet.scroll_offset.y
        anchor = self.heading_above(line)
        self.reading_place = (anchor, line - sheet.page.anchors.get(anchor, 0))
        self.has_read |= line + sheet.size.height >= len(sheet.picture)

    def remember_place(self) -> None:
        """Keep where the reader is; a page seen to its end counts as read."""
        if self.reading_place is not None:
            store = self.services.store
            store.set_setting(f"at:{self.lesson.id}", self.reading_place)
            if self.has_read:
                store.mark(self.lesson.id, "read")

    def on_unmount(self) -> None:
        self.remember_place()

    def on_screen_suspend(self) -> None:
        self.remember_place()

    def on_screen_resume(self) -> None:
        self.standings = self.services.store.standings()
        if self.blocks:
            self.query_one(PageSheet).recompose_rows()

    def fill_contents(self) -> None:
        sheet = self.query_one(PageSheet)
        rows: Picture = [(), row(Run("Contents", Ink("title", bold=True))), ()]
        for level, title, _ in sheet.page.contents[1:]:
            rows += wrap(
                [Run(title, Ink("text"))], 26, row("  " * (level - 2)), row("    ")
            )
        self.query_one("#contents", Sheet).show(rows)
        self.set_class(self.size.width >= CONTENTS_FROM, "-contents")

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= CONTENTS_FROM, "-contents")

    def action_contents(self) -> None:
        self.toggle_class("-contents")

    def action_page(self) -> None:
        self.query_one(PageSheet).action_page_down()

    def action_spot(self, steps: int) -> None:
        """Move the focus to the next live block, or the one before."""
        sheet = self.query_one(PageSheet)
        names = [spot.name for spot in sheet.page.spots]
        if not names:
            return
        at = (
            names.index(self.focus_name) + steps
            if self.focus_name in names
            else self.nearest(steps)
        )
        self.focus_on(names[max(0, min(at, len(names) - 1))])

    def nearest(self, steps: int) -> int:
        """Return the index of the first live block below the top of the view."""
        sheet = self.query_one(PageSheet)
        top = sheet.scroll_offset.y
        for index, spot in enumerate(sheet.page.spots):
            if spot.bottom > top:
                return index if steps > 0 else max(0, index - 1)
        return len(sheet.page.spots) - 1

    def focus_on(self, name: str) -> None:
        """Put the focus on a live block and bring it into view."""
        self.focus_name = name
        self.picked = []
        sheet = self.query_one(PageSheet)
        sheet.recompose_rows()
        if spot := sheet.find(name):
            sheet.reveal(spot.top, spot.bottom)
        question = self.questions.get(name)
        asking = bool(question and question.form == "number" and name not in self.answers)
        field = self.query_one(Input)
        field.set_class(asking, "-asking")
        if asking:
            field.value = ""
            field.focus()
            self.call_after_refresh(self.reveal_focus)
        else:
            sheet.focus()

    def reveal_focus(self) -> None:
        sheet = self.query_one(PageSheet)
        if spot := sheet.find(self.focus_name):
            sheet.reveal(spot.top, spot.bottom)

    def on_click(self, event: events.Click) -> None:
        sheet = self.query_one(PageSheet)
        if event.widget is not sheet:
            return
        line = event.y + sheet.scroll_offset.y
        for spot in sheet.page.spots:
            if spot.top <= line < spot.bottom:
                if spot.name == self.focus_name:
                    self.action_open()
                else:
                    self.focus_on(spot.name)

    def action_open(self) -> None:
        """Answer the question in focus, or open the exercise or demo."""
        spot = self.query_one(PageSheet).find(self.focus_name)
        if spot is None:
            self.action_spot(1)
        elif spot.kind in ("exercise", "demo"):
            self.tutor.open_place(f"{self.lesson.topic}/{spot.name}")
        elif self.picked:
            self.give(",".join(map(str, sorted(self.picked))))

    def on_key(self, event: events.Key) -> None:
        """Digits choose among the answers of the question in focus."""
        question = self.questions.get(self.focus_name)
        if not event.character or not event.character.isdigit() or question is None:
            return
        if question.form == "number" or question.name in self.answers:
            return
        index = int(event.character) - 1
        if 0 <= index < len(question.choices):
            event.stop()
            self.pick(question, index)

    def pick(self, question: Question, index: int) -> None:
        if question.form == "choice":
            self.give(str(index))
            return
        self.picked = [i for i in self.picked if i != index] + (
            [] if index in self.picked else [index]
        )
        chosen = ", ".join(str(i + 1) for i in self.picked) or "nothing"
        self.query_one(TitleBar).note = f"chosen: {chosen}   Enter answers"
        if question.form == "order" and len(self.picked) == len(question.choices):
            self.give(",".join(map(str, self.picked)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if parse_number(event.value) is None:
            self.notify("Type a number, such as 0.5, 1/2 or 50 %.", markup=False)
            return
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
        """Turn to the next place of the course, or the one before."""
        ids = list(self.services.course.places)
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
            self.notify("This lesson has no exercise.", markup=False)

    def status(self, place_id: str) -> str:
        found = self.standings.get(place_id)
        return found.status if found else "new"

    def action_back(self) -> None:
        field = self.query_one(Input)
        if field.has_class("-asking"):
            field.remove_class("-asking")
            self.query_one(PageSheet).focus()
        else:
            super().action_back()


def walk(blocks: tuple[Block, ...]) -> list[Block]:
    """Return blocks and the blocks inside lists and callouts, in order."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Callout):
            found += walk(block.blocks)
        elif isinstance(block, Items):
            found += [inner for item in block.items for inner in walk(item)]
    return found


def questions_in(blocks: tuple[Block, ...]) -> list[Question]:
    return [block for block in walk(blocks) if isinstance(block, Question)]
