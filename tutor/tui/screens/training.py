"""Training: a capstone's run as live charts, kept on disk, with its verdict at the end."""

import gc
import time
from typing import Any

from tutor.course import Exercise
from tutor.errors import HostError, StoreError
from tutor.judge.checking import sha256_of
from tutor.judge.conversation import Conversation
from tutor.protocol import Control, Diagnosis, Event, Outcome, Records, Starting, Verdict
from tutor.runs import Runs, RunWriter
from tutor.tui.screens.watching import WatchScreen
from tutor.tui.widgets.run_view import no_rows
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.axis import short
from tutor.viz.feedback import metrics_picture, verdict_line, verdict_picture
from tutor.viz.ink import Picture

STOP_SECONDS = 2.0
"""After which a run that does not stop by itself is ended."""
KNOB_STEPS = 40
GOING = ("running", "paused")


class TrainingScreen(WatchScreen):
    """Watches one run from its first step to its verdict."""

    def __init__(self, exercise: Exercise, source: str) -> None:
        super().__init__()
        self.exercise = exercise
        self.source = source
        self.title_text = exercise.title
        self.place = exercise.id
        self.verdict: Verdict | None = None
        self.diagnosis: Diagnosis | None = None
        self.talk: Conversation | None = None
        self.writer: RunWriter | None = None
        self.state = "starting"
        self.knob = ""
        self.turned: dict[str, Any] = {}
        self.began = time.monotonic()

    def ready(self) -> None:
        self.begin_view()
        gc.freeze()  # a look through all that was read so far would stop the screen
        self.action_again()

    def action_again(self) -> None:
        """Run from the start."""
        self.view.clear()
        self.view.head = no_rows
        self.verdict = self.diagnosis = None
        self.turned = {}
        self.began = time.monotonic()
        self.work("train", self.train)

    async def train(self) -> None:
        checker = self.services.checker
        request = checker.request(self.exercise, self.source, track=True)
        self.talk = talk = Conversation(request, self.exercise.needs)
        self.state = "running"
        writer = self.begin_run(request.seed)
        outcome = "stopped"
        try:
            async for event in talk:
                checker.note(self.exercise, self.source, event)
                self.take(event)
                if isinstance(event, Verdict):
                    outcome = event.outcome
        except HostError as error:
            if self.state not in ("stopping", "stopped"):
                self.state = str(error)
        finally:
            if writer is not None:
                writer.note(sorted({f.name for f in self.view.findings}))
                writer.finish(outcome, self.verdict.metrics if self.verdict else {})
        if self.state == "stopping":
            self.state = "stopped"
        self.view.is_stale = True

    def begin_run(self, seed: int) -> RunWriter | None:
        """Begin to keep the run; a disk that takes nothing is said once."""
        try:
            self.writer = Runs().begin(
                self.exercise.id, self.exercise.title, seed, sha256_of(self.source)
            )
        except StoreError as error:
            self.tell(str(error), bad=True)
            self.writer = None
            return None
        self.run_id = self.writer.info.id
        return self.writer

    def take(self, event: Event) -> None:
        if isinstance(event, Starting):
            self.state = event.what
        elif isinstance(event, Records):
            self.state = "running" if self.state not in (*GOING, "stopping") else self.state
            found = self.view.take(event.items, time.monotonic() - self.began)
            if self.writer is not None:
                self.writer.take(event.items, event.dropped)
            for finding in found:
                if not finding.withdrawn:
                    self.tell(f"{finding.title}. d shows why, and what to try.", seconds=8)
        elif isinstance(event, Verdict):
            self.verdict = event
            self.state = "finished"
        elif isinstance(event, Diagnosis):
            self.diagnosis = event
        if isinstance(event, Verdict | Diagnosis):
            self.view.head = self.verdict_rows
            self.view.is_stale = True

    def verdict_rows(self, width: int) -> Picture:
        """Return the verdict, in short where it would push the charts off the screen."""
        if self.verdict is None:
            return []
        rows = verdict_picture(self.verdict, width, self.diagnosis)
        if self.verdict.outcome is Outcome.PASSED and 3 * len(rows) > self.view.size.height:
            rows = [*verdict_line(self.verdict), *metrics_picture(self.verdict, aimed=True)]
        return [*rows, ()]

    def tick(self) -> None:
        super().tick()
        bar = self.query_one(TitleBar)
        board, seconds = self.view.board, time.monotonic() - self.began
        parts = [self.state]
        if self.knob:
            parts.append(f"[{self.knob} {self.shown_knob()}]")
        if board.run > 1:
            parts.append(f"training {board.run}")
        if board.step:
            parts.append(f"step {board.step}")
        if self.state in GOING:
            parts.append(f"{seconds:.0f} s")
        bar.note = "   ".join(parts)

    def action_pause(self) -> None:
        if self.talk is not None and self.state in GOING:
            going_on = self.state == "paused"
            self.talk.send(Control("resume" if going_on else "pause"))
            self.state = "running" if going_on else "paused"

    def action_stop(self) -> None:
        """Ask the run to stop; hang up if it does not."""
        if self.talk is not None and self.verdict is None and self.state != "stopped":
            self.talk.send(Control("stop"))
            self.state = "stopping"
            self.set_timer(STOP_SECONDS, self.hang_up)

    def hang_up(self) -> None:
        if self.talk is not None and self.state == "stopping":
            self.talk.close()
            self.state = "stopped"

    def action_knob(self) -> None:
        """Choose the next knob of the run."""
        names = list(self.view.board.knobs)
        if not names:
            self.tell(
                "This run has no knobs; track.knob(name, value, low, high) makes one."
            )
            return
        at = names.index(self.knob) + 1 if self.knob in names else 0
        self.knob = names[at % len(names)]

    def shown_knob(self) -> str:
        value = self.turned.get(self.knob, self.view.board.knobs[self.knob]["value"])
        return value if isinstance(value, str) else short(float(value))

    def action_turn(self, steps: int) -> None:
        """Turn the chosen knob while the run goes on."""
        record = self.view.board.knobs.get(self.knob)
        if record is None:
            self.action_knob()
            return
        now = self.turned.get(self.knob, record["value"])
        self.turned[self.knob] = turned(record, now, steps)
        if self.talk is not None:
            self.talk.send(Control("knob", {self.knob: self.turned[self.knob]}))

    def on_unmount(self) -> None:
        gc.unfreeze()  # what was left behind meanwhile may be found again
        if self.talk is not None:
            self.talk.close()


def turned(record: dict[str, Any], now: Any, steps: int) -> Any:
    """Return a knob's value after some steps: by factors where its range spans decades."""
    if choices := record.get("choices"):
        return choices[(choices.index(now) + steps) % len(choices)]
    low, high, now = float(record["low"]), float(record["high"]), float(now)
    if low > 0 and high / low >= 100:
        factor = (high / low) ** (1 / KNOB_STEPS)
        value = now * factor**steps
    else:
        value = now + steps * (high - low) / KNOB_STEPS
    return min(max(value, low), high)
