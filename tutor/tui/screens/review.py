"""Review: the cards that are due, one at a time."""

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tutor.course.answers import is_right, parse_number
from tutor.course.parse import parse
from tutor.review import Deck
from tutor.review.asking import Asked, asked
from tutor.review.cards import Kind
from tutor.review.schedule import GRADES, waits
from tutor.store.records import Card
from tutor.tui.actions import REVIEW, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.answering import Picking
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.page import Reading, typeset
from tutor.viz.typeset.questions import question_rows
from tutor.viz.typeset.text import wrap

RIGHT, WRONG = 3, 1
"""The grade proposed after an answer."""
INKS = {1: "bad", 2: "warn", 3: "good", 4: "info"}


class ReviewScreen(TutorScreen):
    """Asks, shows the answer, takes a grade, and goes on."""

    ACTIONS: ClassVar[Table] = REVIEW
    ABOUT = (
        "Cards from your lessons, your mistakes and your exercises. Answer, then say how "
        "well you knew it: that decides when the card comes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW)]
    DEFAULT_CSS = """
    ReviewScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    ReviewScreen Input.-asking { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.deck: Deck | None = None
        self.waiting: list[Card] = []
        self.now: Asked | None = None
        self.given: str | None = None
        self.proposed = RIGHT
        self.done = 0
        self.picking = Picking()

    def compose(self) -> ComposeResult:
        yield TitleBar("Review")
        yield Sheet()
        yield Input(placeholder="your answer", select_on_focus=True)
        yield KeyBar(REVIEW)

    def ready(self) -> None:
        self.query_one(Sheet).show([(), row(Run("  …", Ink("muted")))])
        self.query_one(Sheet).focus()
        self.work("deck", self.begin)

    async def begin(self) -> None:
        """Gather the cards and show the first."""
        self.deck = await asyncio.to_thread(self.services.open_deck)
        self.waiting = self.deck.due(self.services.settings.reviews_a_day)
        self.next_card()

    def next_card(self) -> None:
        """Show the next card that the course still has."""
        self.now, self.given = None, None
        self.picking = Picking()
        while self.waiting and self.now is None:
            self.now = asked(self.services.course, self.waiting.pop(0))
        left = len(self.waiting) + (self.now is not None)
        self.query_one(TitleBar).note = f"{self.done} done   {left} to go"
        self.query_one(Sheet).show(self.draw)
        self.query_one(Sheet).scroll_to(y=0, animate=False)
        self.ask_number()

    def ask_number(self) -> None:
        """Show the field for a number where the card asks for one."""
        question = self.now.question if self.now else None
        asking = bool(question and question.form == "number" and self.given is None)
        field = self.query_one(Input)
        field.set_class(asking, "-asking")
        field.value = ""
        (field if asking else self.query_one(Sheet)).focus()

    def draw(self, width: int) -> Picture:
        width = min(width, self.services.settings.page_width)
        if self.now is None:
            return self.nothing(width)
        rows: Picture = [(), row(Run(self.now.title, Ink("muted"))), ()]
        if self.now.question is not None:
            reading = Reading(focus=self.now.question.name)
            if self.given is not None:
                reading = Reading(answers={self.now.question.name: self.given})
            rows += question_rows(self.now.question, width, reading, typeset)
        else:
            rows += typeset(parse(self.now.front), width).rows
            if self.given is not None and self.now.back:
                rows += [(), *typeset(parse(self.now.back), width).rows]
        return [*rows, (), *self.prompt(width)]

    def nothing(self, width: int) -> Picture:
        first = (
            f"{self.done} cards done. " if self.done else "Nothing is due now. "
        ) + "Cards come from the questions you answer, mistakes that were named, and "
        text = (
            first + "exercises you pass; each comes back when you are about to forget it."
        )
        rows: Picture = [(), *wrap([Run(text, Ink("text"))], width), ()]
        coming = self.deck.forecast() if self.deck else []
        if any(coming):
            rows.append(row(Run("Due in the next seven days: ", Ink("muted")),
                            Run(" · ".join(map(str, coming)), Ink("title"))))  # fmt: skip
        return rows

    def prompt(self, width: int) -> Picture:
        """Return what can be pressed now."""
        assert self.now is not None
        if self.given is None:
            how = {Kind.RECODE: "opens its starter", Kind.MISTAKE: "shows the answer"}
            word = how.get(Kind(self.now.card.kind))
            if word is None:
                return []
            return [row(Run("Enter ", Ink("accent", bold=True)), Run(word, Ink("muted")))]
        rests = waits(self.now.card, self.services.store.clock())
        runs: list[Run] = []
        for grade, name in GRADES.items():
            chosen = grade == self.proposed
            ink = Ink(INKS[grade], bold=True, reverse=chosen)
            rest = rests[grade].replace(" ", "\u00a0")
            runs += [Run(f"\u00a0{grade}\u00a0{name}\u00a0", ink),
                     Run(f"\u00a0{rest}   ", Ink("muted"))]  # fmt: skip
        head = row(Run("How well did you know it?", Ink("muted")))
        return [head, *wrap(runs, width), (),
                *wrap([Run("Enter takes the marked one.", Ink("muted"))], width)]  # fmt: skip

    def action_answer(self) -> None:
        """Answer the card, or accept the proposed grade."""
        if self.now is None:
            return
        if self.given is not None:
            self.action_grade(self.proposed)
        elif self.now.question is None:
            self.open_front()
        elif self.picking.picked:
            self.give(self.picking.answer())

    def open_front(self) -> None:
        assert self.now is not None
        if self.now.card.kind == Kind.RECODE:
            from tutor.tui.screens.exercise import ExerciseScreen

            exercise = self.services.course.exercise(self.now.card.place)
            self.reveal("", RIGHT)
            self.app.push_screen(ExerciseScreen(exercise, again=True))
        else:
            self.reveal("", RIGHT)

    def on_key(self, event: events.Key) -> None:
        """Digits choose among the answers of a question."""
        question = self.now.question if self.now else None
        if question is None or self.given is not None or question.form == "number":
            return
        chosen = self.picking.press(question, event.character or "")
        if chosen is None:
            return
        event.stop()
        event.prevent_default()
        if chosen:
            self.give(chosen)
        else:
            self.query_one(TitleBar).note = self.picking.said()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if parse_number(event.value) is None:
            self.tell("Type a number, such as 0.5, 1/2 or 50 %.")
        else:
            self.give(event.value.strip())

    def give(self, answer: str) -> None:
        """Commit to an answer of a question."""
        assert self.now is not None
        assert self.now.question is not None
        question = self.now.question
        right = is_right(question, answer)
        self.services.store.answer(self.now.card.place, question.name, answer, right)
        self.reveal(answer, RIGHT if right else WRONG)

    def reveal(self, answer: str, proposed: int) -> None:
        self.given, self.proposed = answer, proposed
        self.query_one(Sheet).recompose_rows()
        self.ask_number()

    def action_grade(self, grade: int) -> None:
        """Take a grade and go on; a card not known comes again before the end."""
        if self.now is None or self.given is None or self.deck is None:
            return
        after = self.deck.grade(self.now.card, grade)
        if grade == WRONG:
            self.waiting.append(after)
        else:
            self.done += 1
        self.next_card()

    def action_bury(self) -> None:
        self.next_card()

    def action_source(self) -> None:
        """Open the place that the card is from."""
        if self.now is not None:
            self.tutor.open_place(self.now.card.place)

    def action_back(self) -> None:
        field = self.query_one(Input)
        if field.has_class("-asking") and field.has_focus:
            self.query_one(Sheet).focus()
        else:
            super().action_back()
