"""Processes without fork: each is a fresh interpreter, started ahead and used once.

For systems where a fork is not safe (macOS, Windows in time); chosen anywhere by the
environment variable ``DLTUTOR_PROCESSES=spawn``. Slower to become ready, alike in all else.
"""

import json
import os
import socket
import subprocess
import sys
import traceback
from pathlib import Path

from tutor import track
from tutor.track.ring import Ring
from tutor.wire.arena import Arena
from tutor.wire.frames import Channel, Closed
from tutor.worker import judge_main, pair, warming
from tutor.worker.endings import LINE_LOST
from tutor.worker.learning import Learner
from tutor.worker.session import Session


def start(role: str, descriptors: dict[str, int], facts: dict[str, object]) -> int:
    """Start a process that will be a judge or a learner; return its process id.

    Args:
        role: ``judge`` or ``learner``.
        descriptors: open files it is given, by name.
        facts: whatever else it must know, as JSON allows.
    """
    words = json.dumps({"descriptors": descriptors, **facts})
    process = subprocess.Popen(
        [sys.executable, "-m", "tutor.worker.spawning", role, words],
        pass_fds=tuple(descriptors.values()),
        stdin=subprocess.DEVNULL,
    )
    process.returncode = 0  # whoever started it waits by process id
    return process.pid


def be_judge(facts: dict[str, object], descriptors: dict[str, int]) -> None:
    scratch, active = (
        Path(str(facts["scratch"])),
        frozenset(json.loads(str(facts["active"]))),
    )
    pair.become_judge({*descriptors.values()})
    warming.warm_up(str(facts["toolset"]))
    toolset = str(facts["toolset"])

    def start_learner(
        scratch: Path, active: frozenset[str], ring: Ring | None, *, ahead: bool = False
    ) -> Session:
        return spawn_learner(toolset, scratch, active, ring)

    judge_main.main(
        socket.socket(fileno=descriptors["host"]), scratch, active, None, start_learner
    )


def spawn_learner(
    toolset: str, scratch: Path, active: frozenset[str], ring: Ring | None
) -> Session:
    """Start a learner process, confined by the `active` layers; none for trusted code."""
    ends = pair.Ends()
    descriptors = {
        "rpc": ends.theirs.fileno(),
        "output": ends.write,
        "trace": ends.trace,
        "arena": ends.arena.descriptor,
    }
    if ring is not None:
        descriptors["ring"] = ring.descriptor
    facts: dict[str, object] = {
        "scratch": str(scratch),
        "active": json.dumps(sorted(active)),
        "toolset": toolset,
    }
    return ends.session(start("learner", descriptors, facts))


def be_learner(facts: dict[str, object], descriptors: dict[str, int]) -> None:
    scratch, active = (
        Path(str(facts["scratch"])),
        frozenset(json.loads(str(facts["active"]))),
    )
    warming.warm_up(str(facts["toolset"]))
    arena = Arena(descriptors["arena"])
    ring = Ring(descriptors["ring"]) if "ring" in descriptors else None
    sock = socket.socket(fileno=descriptors["rpc"])
    pair.become_learner(sock, descriptors["output"], descriptors["trace"], scratch, active)
    track.connect(ring)
    try:
        Learner(Channel(socket.socket(fileno=pair.RPC)), arena).serve()
    except Closed:
        os._exit(LINE_LOST)


if __name__ == "__main__":
    given = json.loads(sys.argv[2])
    try:
        {"judge": be_judge, "learner": be_learner}[sys.argv[1]](given, given["descriptors"])
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(0)
