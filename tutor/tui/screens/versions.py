"""Earlier texts of an exercise: what each changed, and bringing one back."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tutor.course import Exercise
from tutor.store.records import Attempt, Version
from tutor.tui.actions import VERSIONS, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.choices import Choices, columns
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.differences import difference, numbered
from tutor.viz.ink import Ink, Picture, Row, Run, row
from tutor.viz.typeset.text import wrap

WIDE = 110


class VersionsScreen(TutorScreen):
    """A list of texts, the newest first, and what the chosen one holds."""

    ACTIONS: ClassVar[Table] = VERSIONS
    ABOUT = (
        "Every text you checked is kept, and those that a reset or a restore replaced. "
        "Lines marked + are in the chosen text and not in your present one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(VERSIONS)]
    DEFAULT_CSS = """
    VersionsScreen Horizontal { height: 1fr; }
    VersionsScreen Choices { width: 44; }
    VersionsScreen #text { width: 1fr; border-left: solid $border; }
    VersionsScreen.-narrow Horizontal { layout: vertical; }
    VersionsScreen.-narrow Choices { width: 1fr; height: 40%; }
    VersionsScreen.-narrow #text { border-left: none; border-top: solid $border; }
    """

    def __init__(
        self, exercise: Exercise, present: str, restore: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.exercise = exercise
        self.present = present
        self.restore = restore
        self.versions: list[Version] = []
        self.attempts: dict[str, Attempt] = {}
        self.shows_whole = False

    def compose(self) -> ComposeResult:
        yield TitleBar(f"Earlier texts of {self.exercise.title}")
        with Horizontal():
            yield Choices()
            yield Sheet(id="text")
        yield KeyBar(VERSIONS)

    def on_mount(self) -> None:
        store = self.services.store
        self.versions = store.versions(self.exercise.id)
        self.attempts = {a.sha256: a for a in store.attempts(self.exercise.id)}
        self.query_one(Choices).fill(len(self.versions) + 1, self.version_row)
        self.query_one(Choices).focus()

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < WIDE, "-narrow")

    def version_row(self, index: int, width: int) -> Row:
        if index == len(self.versions):
            return row(Run("the starter", Ink("text")))
        version = self.versions[index]
        attempt = self.attempts.get(version.sha256)
        when = time.strftime("%d %b %H:%M", time.localtime(version.at))
        said = Run(version.why, Ink("muted"))
        if attempt is not None:
            passed = attempt.outcome == "passed"
            counts = f"{'✓' if passed else '✗'} {attempt.passed} of {attempt.cases}"
            said = Run(counts, Ink("good" if passed else "bad"))
        return columns((row(Run(when, Ink("text"))), 14), (row(said), 0))

    @property
    def chosen(self) -> str:
        """The text under the cursor."""
        at = self.query_one(Choices).at
        if at >= len(self.versions):
            return self.exercise.starter.read_text(encoding="utf-8")
        return self.services.store.text(self.versions[at].sha256)

    def on_choices_moved(self) -> None:
        self.query_one("#text", Sheet).show(self.draw)

    def on_choices_chosen(self) -> None:
        self.action_restore()

    def draw(self, width: int) -> Picture:
        text = self.chosen
        if self.shows_whole:
            return numbered(text)
        if text == self.present:
            return wrap([Run("This is your present text.", Ink("muted"))], width)
        return difference(self.present, text)

    def action_whole(self) -> None:
        self.shows_whole = not self.shows_whole
        self.query_one("#text", Sheet).recompose_rows()

    def action_cursor(self, steps: int) -> None:
        self.query_one(Choices).move(steps)

    def action_restore(self) -> None:
        """Bring the chosen text back and return to the exercise."""
        text = self.chosen
        self.tutor.go_back()
        self.restore(text)
