"""Where tracked values go: nowhere, or into the ring of the run."""

import time
from collections.abc import Callable
from typing import Any

from tutor.track.ring import PAUSED, STATE, STOPPED, Ring


class Stopped(Exception):
    """The watcher asked the run to stop."""


class Target:
    """The ring of this process, if it has one, and what has been told to it."""

    def __init__(self) -> None:
        self.ring: Ring | None = None
        self.write: Callable[[str, Any, Any], int] | None = None
        """Appends a number to the ring and tells its state word."""
        self.knobs: set[str] = set()
        self.policy: dict[str, Any] = {}
        """What `track.policy` has told about the next step of an environment."""
        self.layers: dict[Any, Any] = {}
        """What `track.layers` remembers between its calls."""
        self.watched: dict[str, Any] = {}
        """Weak references to the modules of `track.watch`, by what stands before their names."""


target = Target()


def connect(ring: Ring | None) -> None:
    """Send what is tracked to `ring` from now on; None makes everything a no-op."""
    target.__init__()  # type: ignore[misc]
    if ring is not None:
        target.ring, target.write = ring, ring.scalar_writer()


def put(kind: str, name: str, step: Any, **body: Any) -> None:
    """Append a record to the ring, which is there."""
    if target.ring is not None:
        head = {"kind": kind, "name": str(name), "step": int(step)}
        target.ring.put_rich(head | body)


def obey() -> None:
    """Wait while the watcher has paused the run.

    Raises:
        Stopped: the watcher ended it.
    """
    if (ring := target.ring) is None:
        return
    state = ring.word(STATE)
    while state == PAUSED:
        time.sleep(0.02)
        state = ring.word(STATE)
    if state == STOPPED:
        raise Stopped("the run was stopped")
