"""Demos: opened in a sandbox, drawn once for each change of a knob."""

import contextlib
import socket
from pathlib import Path

from tutor.course.model import Demo
from tutor.errors import HostError
from tutor.judge import hosting
from tutor.judge.checking import Checker
from tutor.protocol import Control, DemoRequest, Limits, Scene, dump, load
from tutor.wire.lines import LineBuffer

LIMITS = Limits(seconds=20, call_seconds=10)


def demo_request(checker: Checker, demo: Demo) -> DemoRequest:
    """Return the request that opens a demo with the learner's own code."""
    source = Path(demo.path).read_text(encoding="utf-8")
    borrowed = checker.borrowed(demo.uses, own=True)
    return DemoRequest(source, f"{demo.name}.py", LIMITS, borrowed)


def draw_once(checker: Checker, demo: Demo) -> Scene:
    """Return the scene of a demo with its default knobs.

    Raises:
        HostError: the host cannot be started, or went away.
    """
    with contextlib.closing(connected(demo.needs)) as sock:
        sock.sendall(dump(demo_request(checker, demo)))
        buffer = LineBuffer(sock)
        first = next_scene(buffer)
        if first.feedback:
            return first
        values = {knob["name"]: knob["value"] for knob in first.value["knobs"]}
        sock.sendall(dump(Control("draw", values)))
        return next_scene(buffer)


def connected(toolset: str) -> socket.socket:
    path = hosting.socket_path(toolset)
    if (sock := hosting.connect(path)) is None:
        hosting.start(path, toolset)
        sock = hosting.connect(path)
    if sock is None:
        raise HostError("The checking process cannot be reached.")
    return sock


def next_scene(buffer: LineBuffer) -> Scene:
    event = load(buffer.next_line() or b'{"kind":"failed","reason":"the demo ended"}')
    if not isinstance(event, Scene):
        raise HostError(getattr(event, "reason", "The demo ended early."))
    return event
