"""The reference beside one's own; before a pass only after giving up."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen

from tutor.course import Exercise
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.code import listing
from tutor.viz.typeset.text import wrap


class SolutionScreen(ModalScreen[None]):
    """Two listings side by side, or a question first."""

    DEFAULT_CSS = """
    SolutionScreen { align: center middle; }
    SolutionScreen Horizontal { width: 96%; height: 90%; border: round $accent;
        background: $background; }
    SolutionScreen Sheet { width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("y", "give_up", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]

    def __init__(self, exercise: Exercise, passed: bool) -> None:
        super().__init__()
        self.exercise = exercise
        self.open = passed

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Sheet(id="mine")
            yield Sheet(id="theirs")

    def on_mount(self) -> None:
        self.fill()

    def fill(self) -> None:
        mine, theirs = self.query_one("#mine", Sheet), self.query_one("#theirs", Sheet)
        theirs.display = self.open
        if not self.open:
            mine.show(self.question)
            return
        services = self.app.services  # type: ignore[attr-defined]
        own = services.workspace.read(self.exercise)
        reference = self.exercise.solution.read_text(encoding="utf-8")
        mine.show(lambda width: titled("yours", own, width))
        theirs.show(lambda width: titled("the reference", reference, width))

    def question(self, width: int) -> Picture:
        lines = (
            [Run("The reference is shown after a pass.", Ink("title", bold=True))],
            [Run("y", Ink("accent", bold=True)), Run("  show it now: the exercise counts as given "
             "up until you pass it", Ink("text"))],
            [Run("Esc", Ink("accent", bold=True)),
             Run("  go on trying; ^T gives a hint", Ink("text"))],
        )  # fmt: skip
        return [r for line in lines for r in ((), *wrap(line, width, row("  "), row("  ")))]

    def action_give_up(self) -> None:
        if not self.open:
            self.app.services.store.mark(self.exercise.id, "given_up")  # type: ignore[attr-defined]
            self.open = True
            self.fill()

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()


def titled(title: str, text: str, width: int) -> Picture:
    return [row(Run(title, Ink("accent", bold=True))), (), *listing(text, width)]
