"""A kept run: whole at once, or again as it came, at any speed."""

import asyncio
import time

from tutor.errors import TutorError
from tutor.runs import RunInfo, Runs
from tutor.runs.run import Moment
from tutor.tui.screens.watching import WatchScreen
from tutor.tui.widgets.titlebar import TitleBar

SPEEDS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)


class ReplayScreen(WatchScreen):
    """Shows a run; Space plays it from its start."""

    def __init__(self, info: RunInfo) -> None:
        super().__init__()
        self.info = info
        self.title_text = info.name or info.title
        self.place, self.run_id = info.place, info.id
        self.moments: list[Moment] = []
        self.shown = 0
        self.at = 0.0
        """Seconds of the run that are shown."""
        self.speed_at = 2
        self.playing = False
        self.ticked = 0.0

    def ready(self) -> None:
        self.begin_view()
        self.work("load", self.load)

    async def load(self) -> None:
        """Read the run and show it whole."""
        try:
            run = Runs().open(self.info.id)
            self.moments = await asyncio.to_thread(lambda: list(run.records()))
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        self.seek(self.length)

    @property
    def length(self) -> float:
        return self.moments[-1][0] if self.moments else 0.0

    def seek(self, seconds: float) -> None:
        """Show the run as it stood then."""
        if seconds < self.at:
            self.view.clear()
            self.shown = 0
        self.at = min(max(seconds, 0.0), self.length)
        while self.shown < len(self.moments) and self.moments[self.shown][0] <= self.at:
            when, record = self.moments[self.shown]
            self.view.take([record], when)
            self.shown += 1
        self.view.is_stale = True

    def tick(self) -> None:
        now = time.monotonic()
        if self.playing:
            self.seek(self.at + (now - self.ticked) * SPEEDS[self.speed_at])
            self.playing = self.at < self.length
        self.ticked = now
        super().tick()
        state = f"playing x{SPEEDS[self.speed_at]:g}" if self.playing else self.info.outcome
        self.query_one(
            TitleBar
        ).note = (
            f"{state}   step {self.view.board.step}   {self.at:.0f} of {self.length:.0f} s"
        )

    def action_pause(self) -> None:
        """Play from the start, or from here; or pause."""
        self.playing = not self.playing
        self.ticked = time.monotonic()
        if self.playing and self.at >= self.length:
            self.seek(0.0)

    def action_stop(self) -> None:
        """Show the whole run."""
        self.playing = False
        self.seek(self.length)

    def action_turn(self, steps: int) -> None:
        """Play faster or slower."""
        self.speed_at = max(0, min(self.speed_at + steps, len(SPEEDS) - 1))

    def action_knob(self) -> None:
        self.tell("A run that has ended has no knobs.")

    def action_again(self) -> None:
        """Play from the start."""
        self.seek(0.0)
        self.playing = True
