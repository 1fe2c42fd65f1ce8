"""The life of one judge process: fork a learner, wait for a request, serve it, end."""

import contextlib
import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from tutor.harness.learner import LearnerError
from tutor.harness.running import Ended
from tutor.protocol import (
    CheckRequest,
    Control,
    DemoRequest,
    Done,
    Event,
    Failed,
    Feedback,
    Outcome,
    Printed,
    RunRequest,
    Scene,
    dump,
    load,
)
from tutor.sandbox import kernel
from tutor.track.ring import PAUSED, RUNNING, STATE, STOPPED, Ring
from tutor.wire.lines import LineBuffer
from tutor.worker import endings, judging, warming
from tutor.worker.diagnosing import diagnose
from tutor.worker.judging import Ahead, prepare_ahead
from tutor.worker.pair import spawn_learner
from tutor.worker.replies import clean
from tutor.worker.session import Session
from tutor.worker.telemetry import Telemetry

SCRATCH_MIB = 256
"""Most that all files in the scratch folder may hold together."""
STOP_SECONDS = 0.8
"""In which code that tracks something ends by itself when it is to stop."""
STATES = {"pause": PAUSED, "resume": RUNNING, "stop": STOPPED}


DEMO_PARTS = {
    "knobs": "KNOBS",
    "presets": "PRESETS",
    "predict": "PREDICT",
    "about": "__doc__",
}
"""What a demo tells of itself, and the names its module has for it."""


class Start(Protocol):
    """Starts a learner process confined by the given layers."""

    def __call__(
        self,
        scratch: Path,
        active: frozenset[str],
        ring: Ring | None,
        *,
        ahead: bool = False,
    ) -> Session: ...


class Judge:
    """One judge process and its line to the host."""

    def __init__(
        self,
        sock: socket.socket,
        scratch: Path,
        active: frozenset[str],
        ahead: Ahead | None,
        start: Start,
        waits: bool,
    ) -> None:
        self.sock = sock
        self.ahead = ahead
        self.start = start
        self.waits = waits
        self.trusted_session: Session | None = None
        self.lines = LineBuffer(sock)
        self.scratch = scratch
        self.active = active
        self.ring = Ring()
        self.knobs: dict[str, Any] = {}
        self.paused_at: float | None = None
        self.stopped_at: float | None = None
        self.telemetry: Telemetry | None = None

    def live(self) -> None:
        """Prepare a learner process, then serve one request."""
        session = self.start(self.scratch, self.active, self.ring, ahead=self.waits)
        if kernel.is_linux():
            kernel.hide_memory()
        self.sock.sendall(f"{session.process.pid}\n".encode())
        self.prepared = prepare_ahead(self.ahead) if self.ahead and self.waits else None
        if self.waits:
            warming.rehearse()
        try:
            if line := self.lines.next_line():
                self.serve(load(line), session)
                self.send(Done())
        finally:
            session.close()
            if self.trusted_session:
                self.trusted_session.close()

    def serve(self, request: Any, session: Session) -> None:
        session.channel.idle = lambda: self.tend(session)
        if isinstance(request, CheckRequest):
            self.check(request, session)
        elif isinstance(request, RunRequest):
            self.run(request, session)
        elif isinstance(request, DemoRequest):
            self.demo(request, session)
        else:
            self.send(Failed("The host does not understand this request."))

    def check(self, request: CheckRequest, session: Session) -> None:
        self.telemetry = Telemetry(self.ring, self.send) if request.track else None
        self.watch_controls(session)
        judged = judging.check(request, session, self.tell, self.prepared)
        session.close()
        if judged and request.diagnose and judged.verdict.outcome is not Outcome.PASSED:
            self.send(diagnose(request, judged, self.trusted))

    def trusted(self) -> Session:
        """Return a process for a program of the course, which needs no confinement.

        One serves them all in turn, until one of them ends it.
        """
        if self.trusted_session is None or self.trusted_session.process.ended:
            active = frozenset({"orphans"})
            self.trusted_session = self.start(self.scratch, active, None)
        return self.trusted_session

    def run(self, request: RunRequest, session: Session) -> None:
        session = self.trusted() if request.trusted else session
        session.begin(request.limits)
        outcome, feedback = Outcome.PASSED, None
        try:
            session.load(
                request.source, request.filename, (), request.seed, request.borrowed, "run"
            )
        except LearnerError as error:
            outcome = Outcome.RAISED
            feedback = Feedback(str(error), places=error.places)
        except Ended as end:
            outcome, feedback = end.outcome, end.feedback
        self.send(Printed(session.process.take_printed(), outcome, feedback))

    def demo(self, request: DemoRequest, session: Session) -> None:
        """Load a demo, then draw it once for every ``draw`` until the app hangs up."""
        session.begin(request.limits)
        try:
            session.load(request.source, request.filename, ("draw",), 0, request.borrowed)
            self.send(Scene(self.controls(session)))
            while line := self.lines.next_line():
                control = load(line)
                if isinstance(control, Control) and control.action == "draw":
                    session.begin(request.limits)
                    scene = session.request("call", (control.values,), name="draw")
                    self.send(Scene(jsonable(scene)))
        except LearnerError as error:
            self.send(Scene(None, Feedback(str(error), places=error.places)))
        except Ended as end:
            self.send(Scene(None, end.feedback))

    def controls(self, session: Session) -> dict[str, Any]:
        """Return a demo's knobs, presets, what it says of itself, and its first question."""
        found = {}
        for key, name in DEMO_PARTS.items():
            with contextlib.suppress(LearnerError):
                found[key] = jsonable(session.request("get", name=name))
        return {"knobs": [], "presets": [], "about": "", "predict": None} | found

    def send(self, event: Event) -> None:
        """Send an event to the host; end when it has gone."""
        self.sock.sendall(dump(event))

    def tell(self, event: Event) -> None:
        """Send an event of a check, after all that was tracked before it."""
        if self.telemetry:
            self.telemetry.forward(all_of_it=True)
        self.send(event)

    def watch_controls(self, session: Session) -> None:
        """Obey pause, stop and knobs while the learner process works."""
        session.channel.watch(self.sock.fileno(), lambda: self.obey(session))

    def obey(self, session: Session) -> None:
        self.lines.fill()
        if self.lines.ended:
            session.close()
            sys.exit(0)
        for line in self.lines.lines():
            self.steer(load(line))

    def steer(self, control: Any) -> None:
        if isinstance(control, Control):
            if control.action in STATES:
                self.ring.set_word(STATE, STATES[control.action])
                self.paused_at = time.monotonic() if control.action == "pause" else None
                if control.action == "stop":
                    self.stopped_at = self.stopped_at or time.monotonic()
            elif control.action == "knob":
                self.knobs |= control.values
                self.ring.set_control(self.knobs)

    def tend(self, session: Session) -> None:
        """Forward what was tracked, let a pause stop the clock, watch the scratch folder.

        Raises:
            Ended: too much was written there, or the run was to stop and did not.
        """
        if written(self.scratch) > SCRATCH_MIB << 20:
            raise endings.crowded(session.process, SCRATCH_MIB)
        if self.paused_at is not None:
            now = time.monotonic()
            session.extend(now - self.paused_at)
            self.paused_at = now
        if self.stopped_at and time.monotonic() - self.stopped_at > STOP_SECONDS:
            raise endings.stopped(session.process)
        if self.telemetry:
            self.telemetry.forward()


def written(folder: Path) -> int:
    """Return the bytes that the files below a folder take, links not followed."""
    total, waiting = 0, [str(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    total += entry.stat(follow_symlinks=False).st_size
    return total


def jsonable(value: Any) -> Any:
    """Return plain data with arrays as lists and tuples as lists."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, dict):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    return value if isinstance(value, int | float | bool) else clean(str(value))


def main(
    sock: socket.socket,
    scratch: Path,
    active: frozenset[str],
    ahead: Ahead | None,
    start: Start = spawn_learner,
    *,
    waits: bool = True,
) -> None:
    """Be a judge process until its request is served.

    One that `waits` for a request yet to come makes ready for it.
    """
    assert threading.active_count() == 1
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        Judge(sock, scratch, active, ahead, start, waits).live()
