"""Training: a capstone's run as live charts, with its verdict at the end."""

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tutor.course import Exercise
from tutor.errors import HostError
from tutor.judge.conversation import Conversation
from tutor.protocol import Control, Diagnosis, Records, Starting, Verdict
from tutor.tui.actions import TRAINING, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.feedback import verdict_picture
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.runs import Board, board_picture

FRAMES_PER_SECOND = 12
SMOOTHING = (0.0, 0.8, 0.95)


class TrainingScreen(TutorScreen):
    """Watches one run from its first step to its verdict."""

    ACTIONS: ClassVar[Table] = TRAINING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TRAINING, priority=True)]

    def __init__(self, exercise: Exercise, source: str) -> None:
        super().__init__()
        self.exercise = exercise
        self.source = source
        self.board = Board()
        self.verdict: Verdict | None = None
        self.diagnosis: Diagnosis | None = None
        self.talk: Conversation | None = None
        self.state = "starting"
        self.log_y = False
        self.smooth_at = 0
        self.zoom_at = -1
        self.started = time.monotonic()
        self.fresh = False

    def compose(self) -> ComposeResult:
        yield TitleBar(self.exercise.title, "starting")
        yield Sheet()
        yield KeyBar(TRAINING)

    def on_mount(self) -> None:
        self.query_one(Sheet).show(self.draw)
        self.query_one(Sheet).focus()
        self.set_interval(1 / FRAMES_PER_SECOND, self.refresh_board)
        self.action_again()

    def action_again(self) -> None:
        """Run from the start."""
        self.board = Board()
        self.verdict = self.diagnosis = None
        self.started = time.monotonic()
        self.run_worker(self.train(), exclusive=True, group="train")

    async def train(self) -> None:
        checker = self.services.checker
        request = checker.request(self.exercise, self.source, track=True)
        self.talk = Conversation(request, self.exercise.needs)
        self.state = "running"
        try:
            async for event in self.talk:
                checker.note(self.exercise, self.source, event)
                if isinstance(event, Starting):
                    self.state = event.what
                elif isinstance(event, Records):
                    self.board.take(event.items)
                elif isinstance(event, Verdict):
                    self.verdict = event
                    self.state = "finished"
                elif isinstance(event, Diagnosis):
                    self.diagnosis = event
                self.fresh = True
        except HostError as error:
            self.state = str(error)
        self.fresh = True

    def refresh_board(self) -> None:
        """Draw what is new, at most as often as the timer ticks."""
        bar = self.query_one(TitleBar)
        seconds = time.monotonic() - self.started
        training = f"   training {self.board.run}" if self.board.run > 1 else ""
        steps = f"{training}   step {self.board.step}" if self.board.step else ""
        if self.state in ("running", "paused"):
            bar.note = f"{self.state}{steps}   {seconds:.0f} s"
        else:
            bar.note = self.state + steps
        if self.fresh:
            self.fresh = False
            self.query_one(Sheet).recompose_rows()

    def draw(self, width: int) -> Picture:
        """Return the verdict, when there is one, above the charts."""
        height = self.query_one(Sheet).size.height
        rows: Picture = []
        if self.verdict is not None:
            rows = [*verdict_picture(self.verdict, width, self.diagnosis), ()]
            height = max(16, height - len(rows))
        if not self.board.names:
            text = (
                "Nothing tracked yet: `track.scalar(name, value, step)` draws a curve here."
            )
            return [*rows, (), row(Run(text, Ink("muted")))]
        rows += board_picture(
            self.board, width, height, log_y=self.log_y,
            smoothing=SMOOTHING[self.smooth_at], zoom=self.zoom_at,
        )  # fmt: skip
        return rows

    def action_pause(self) -> None:
        if self.talk is not None and self.state in ("running", "paused"):
            going_on = self.state == "paused"
            self.talk.send(Control("resume" if going_on else "pause"))
            self.state = "running" if going_on else "paused"

    def action_stop(self) -> None:
        """Ask the run to stop; hang up if it does not."""
        if self.talk is not None and self.verdict is None:
            self.talk.send(Control("stop"))
            self.state = "stopping"
            self.set_timer(2.0, self.hang_up)

    def hang_up(self) -> None:
        if self.talk is not None and self.state == "stopping":
            self.talk.close()
            self.state = "stopped"

    def action_log(self) -> None:
        self.log_y = not self.log_y
        self.query_one(Sheet).recompose_rows()

    def action_smooth(self) -> None:
        self.smooth_at = (self.smooth_at + 1) % len(SMOOTHING)
        self.query_one(Sheet).recompose_rows()

    def action_zoom(self) -> None:
        count = len(self.board.panels())
        self.zoom_at = self.zoom_at + 1 if self.zoom_at + 1 < count else -1
        self.query_one(Sheet).recompose_rows()

    def on_unmount(self) -> None:
        if self.talk is not None:
            self.talk.close()
