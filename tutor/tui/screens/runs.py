"""Kept runs: list them, open one, compare several, name, export, delete."""

import asyncio
import time
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tutor import paths
from tutor.errors import TutorError
from tutor.runs import RunInfo, Runs
from tutor.tui.actions import RUNS, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.choices import Choices, columns
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.titlebar import LEAST_NOTE, TitleBar
from tutor.viz.canvas import shorten
from tutor.viz.ink import Ink, Row, Run, row
from tutor.viz.typeset.text import wrap

INKS = {"passed": "good", "running": "info", "stopped": "muted", "interrupted": "muted"}
NAME, EXPORT = (
    "a name for this run",
    "a file: .csv, .json, .svg, .png, or a folder for TensorBoard",
)


class RunsScreen(TutorScreen):
    """A list of runs, the newest first."""

    ACTIONS: ClassVar[Table] = RUNS
    ABOUT = "Every training you watched is kept. Named runs stay; of the others the newest."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(RUNS)]
    DEFAULT_CSS = """
    RunsScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    RunsScreen Input.-asking { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.runs = Runs()
        self.infos: list[RunInfo] = []
        self.marked: list[str] = []

    def compose(self) -> ComposeResult:
        yield TitleBar("Runs")
        yield Choices()
        yield Input()
        yield KeyBar(RUNS)

    def ready(self) -> None:
        self.query_one(Choices).focus()
        self.fill()

    def on_screen_resume(self) -> None:
        self.fill()

    def fill(self) -> None:
        self.infos = self.runs.list()
        text = "No run is kept yet. Watch a capstone train: ^W on its screen."
        width = max(20, self.app.size.width - 4)
        empty = [(), *wrap([Run(text, Ink("muted"))], width, row("  "))]
        self.query_one(Choices).fill(len(self.infos), self.run_row, empty=empty)
        self.query_one(TitleBar).note = f"{len(self.infos)} kept" if self.infos else ""

    def run_row(self, index: int, width: int) -> Row:
        info = self.infos[index]
        mark = "◆ " if info.id in self.marked else "  "
        when = time.strftime("%d %b %H:%M", time.localtime(info.started))
        title = info.name or info.title
        line = columns(
            (row(Run(mark, Ink("accent", bold=True)), Run(when, Ink("muted"))), 15),
            (row(Run(shorten(title, 33), Ink("title" if info.name else "text"))), 34),
            (row(Run(info.outcome, Ink(INKS.get(info.outcome, "bad")))), 13),
            (row(Run(f"{info.seconds:4.0f} s", Ink("muted"))), 8),
        )
        last = [f"{n} {float(v):.3g}" for n, v in info.last.items() if "/" not in n][:3]
        more = "  ".join([*last, *(name.replace("_", " ") for name in info.findings)])
        room = width - 72
        return (*line, Run(shorten(more, room) if room >= LEAST_NOTE else "", Ink("muted")))

    @property
    def here(self) -> RunInfo | None:
        at = self.query_one(Choices).at
        return self.infos[at] if self.infos else None

    def targets(self) -> list[Target]:
        board = self.query_one(Choices)
        top = board.scroll_offset.y
        return [
            Target(
                board.content_region.x, board.content_region.y + line - top, self.goer(i)
            )
            for i, line in enumerate(board.lines)
            if 0 <= line - top < board.content_region.height
        ]

    def goer(self, index: int) -> Callable[[], None]:
        return lambda: self.query_one(Choices).put_cursor(index)

    def on_choices_chosen(self) -> None:
        self.action_open()

    def action_cursor(self, steps: int) -> None:
        self.query_one(Choices).move(steps)

    def action_mark(self) -> None:
        if self.here is not None:
            self.marked = [i for i in self.marked if i != self.here.id] + (
                [] if self.here.id in self.marked else [self.here.id]
            )
            self.query_one(Choices).recompose_rows()

    def action_open(self) -> None:
        """Replay the run under the cursor."""
        from tutor.tui.screens.replay import ReplayScreen

        if self.here is not None:
            self.app.push_screen(ReplayScreen(self.here))

    def action_compare(self) -> None:
        """Draw the marked runs over each other."""
        from tutor.tui.screens.comparing import CompareScreen

        if len(self.marked) < 2:
            self.tell("Mark two runs or more with Space, then compare them.")
        else:
            self.app.push_screen(CompareScreen(self.marked))

    def action_theatre(self) -> None:
        from tutor.tui.screens.theatre import TheatreScreen

        if self.here is None:
            return
        try:
            episodes = self.runs.open(self.here.id).episodes()
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        if episodes:
            self.app.push_screen(TheatreScreen(self.here.title, self.here.place, episodes))
        else:
            self.tell("This run recorded no episodes.")

    def action_rename(self) -> None:
        self.ask(NAME, self.here.name if self.here else "")

    def action_export(self) -> None:
        folder = self.services.workspace.root
        self.ask(EXPORT, str(folder / f"{self.here.label}.csv") if self.here else "")

    def ask(self, what: str, text: str) -> None:
        if self.here is not None:
            field = self.query_one(Input)
            field.placeholder, field.value = what, text
            field.add_class("-asking")
            field.focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        self.end_asking()
        if self.here is None:
            return
        try:
            if event.input.placeholder == NAME:
                self.runs.rename(self.here.id, event.value.strip())
            else:
                await self.export(event.value.strip())
        except TutorError as error:
            self.tell(str(error), bad=True)
        self.fill()

    async def export(self, name: str) -> None:
        """Write the run to a file, in the form that its ending names."""
        from pathlib import Path

        from tutor.runs.exporting import export, form_of

        assert self.here is not None
        path = Path(name).expanduser()
        run = self.runs.open(self.here.id)
        await asyncio.to_thread(export, run, form_of(path), path)
        self.tell(f"Written: {paths.display(path)}", seconds=8)

    def end_asking(self) -> None:
        self.query_one(Input).remove_class("-asking")
        self.query_one(Choices).focus()

    def action_delete(self) -> None:
        """Delete the run; it can be had back for a day."""
        if self.here is None:
            return
        try:
            self.runs.delete(self.here.id)
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        self.tell(f"Deleted. `dltutor runs recover {self.here.id}` brings it back for a day.",
                  seconds=10)  # fmt: skip
        self.fill()

    def action_back(self) -> None:
        if self.query_one(Input).has_class("-asking"):
            self.end_asking()
        else:
            super().action_back()
