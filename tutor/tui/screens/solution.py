"""The reference beside one's own, with the speed of both; before a pass on giving up."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen

from tutor.course import Exercise
from tutor.errors import TutorError
from tutor.judge.timing import Times, compared
from tutor.tui.screens.working import Working
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.code import listing
from tutor.viz.typeset.text import wrap

WIDE = 110


class SolutionScreen(Working, ModalScreen[None]):
    """Two listings side by side, or a question first."""

    DEFAULT_CSS = """
    SolutionScreen { align: center middle; }
    SolutionScreen Horizontal { width: 98%; height: 94%; border: round $accent;
        background: $background; }
    SolutionScreen Sheet { width: 1fr; height: 1fr; }
    SolutionScreen #theirs { border-left: solid $border; }
    SolutionScreen.-narrow #mine { display: none; }
    SolutionScreen.-narrow.-mine #mine { display: block; }
    SolutionScreen.-narrow.-mine #theirs { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("y", "give_up", show=False),
        Binding("tab", "turn", show=False, priority=True),
        Binding("o", "other", show=False),
    ]

    def __init__(self, exercise: Exercise, passed: bool) -> None:
        super().__init__()
        self.exercise = exercise
        self.open = passed
        self.passed = passed
        self.times: Times | None = None
        self.others = [exercise.solution, *sorted(exercise.solutions.glob("also_*.py"))]
        self.at = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Sheet(id="mine")
            yield Sheet(id="theirs")

    def on_mount(self) -> None:
        self.fill()

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < WIDE, "-narrow")

    def fill(self) -> None:
        mine, theirs = self.query_one("#mine", Sheet), self.query_one("#theirs", Sheet)
        theirs.display = self.open
        self.set_class(not self.open, "-mine")
        if not self.open:
            mine.show(self.question)
            mine.focus()
            return
        frame = self.query_one(Horizontal)
        frame.border_subtitle = "Tab other side   o another way   Esc back"
        mine.show(self.draw_mine)
        theirs.show(self.draw_theirs)
        theirs.focus()
        if self.passed and self.exercise.kind == "exercise":
            self.work("times", self.measure)

    @property
    def own(self) -> str:
        services = self.app.services  # type: ignore[attr-defined]
        return str(services.workspace.read(self.exercise))

    async def measure(self) -> None:
        """Time both on the same inputs, and show it when it is known."""
        services = self.app.services  # type: ignore[attr-defined]
        try:
            self.times = await compared(services.checker, self.exercise, self.own)
        except TutorError as error:
            self.log(str(error))
        self.query_one("#mine", Sheet).recompose_rows()
        self.query_one("#theirs", Sheet).recompose_rows()

    def draw_mine(self, width: int) -> Picture:
        speed = self.times.mine if self.times else None
        return titled("yours", speed, self.own, width)

    def draw_theirs(self, width: int) -> Picture:
        path = self.others[self.at]
        name = path.stem.removeprefix("also_").replace("_", " ")
        title = "the reference" if self.at == 0 else f"another way: {name}"
        speed = self.times.reference if self.times and self.at == 0 else None
        return titled(title, speed, path.read_text(encoding="utf-8"), width)

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

    def action_turn(self) -> None:
        """Go to the other listing."""
        if not self.open:
            return
        if self.has_class("-narrow"):
            self.toggle_class("-mine")
        self.app.action_focus_next()

    def action_other(self) -> None:
        """Show another right program."""
        if self.open:
            self.at = (self.at + 1) % len(self.others)
            self.query_one("#theirs", Sheet).recompose_rows()

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()


def titled(title: str, milliseconds: float | None, text: str, width: int) -> Picture:
    head = [Run(title, Ink("accent", bold=True))]
    if milliseconds is not None:
        head.append(Run(f"   {milliseconds:.1f} ms for the check's calls", Ink("muted")))
    return [*wrap(head, width), (), *listing(text, width)]
