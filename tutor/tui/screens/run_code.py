"""A piece of a lesson's code, to be changed and run."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tutor.course.blocks import Runnable
from tutor.course.model import Lesson
from tutor.errors import HostError
from tutor.judge.running import ran
from tutor.tui.screens.working import Working
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.feedback import printed_result
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap


class RunCodeScreen(Working, ModalScreen[None]):
    """An editor above, what the code prints below."""

    DEFAULT_CSS = """
    RunCodeScreen { align: center middle; }
    RunCodeScreen #frame { width: 92; max-width: 100%; height: 92%; border: round $accent;
        background: $background; }
    RunCodeScreen Editor { height: 1fr; }
    RunCodeScreen Sheet { height: 40%; border-top: solid $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("ctrl+r,ctrl+s", "run", show=False, priority=True),
        Binding("ctrl+x", "undo_all", show=False, priority=True),
    ]

    def __init__(self, lesson: Lesson, block: Runnable) -> None:
        super().__init__()
        self.lesson = lesson
        self.block = block

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Editor()
            yield Sheet()

    def on_mount(self) -> None:
        frame = self.query_one("#frame")
        frame.border_title = "Try it"
        frame.border_subtitle = "^R run   ^X as it was   Esc back"
        self.query_one(Editor).load(self.block.text.rstrip("\n"))
        self.query_one(Editor).focus()
        text = self.block.output.rstrip("\n")
        self.query_one(Sheet).show(
            lambda width: [*output_head("It printed"), *printed_result(text, None, width)]
        )

    def action_run(self) -> None:
        self.work("run", self.go)

    async def go(self) -> None:
        """Run what stands in the editor and show what it prints."""
        sheet = self.query_one(Sheet)
        text = self.query_one(Editor).text + "\n"
        sheet.show([row(Run("running …", Ink("muted")))])
        services = self.app.services  # type: ignore[attr-defined]
        own = text.strip() == self.block.text.strip()
        try:
            printed = await ran(services.checker, text, self.lesson.needs, trusted=own)
        except HostError as error:
            said = str(error)
            sheet.show(lambda width: wrap([Run(said, Ink("bad"))], width))
            return
        sheet.show(
            lambda width: [
                *output_head("It prints"),
                *printed_result(printed.text, printed.feedback, width),
            ]
        )

    def action_undo_all(self) -> None:
        self.query_one(Editor).load(self.block.text.rstrip("\n"))

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()


def output_head(text: str) -> Picture:
    return [row(Run(text, Ink("accent", bold=True)))]
