"""Forks of the warm host: the judge, and the learner process it forks in turn."""

import contextlib
import faulthandler
import os
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tutor import track
from tutor.memory import memory_file
from tutor.sandbox import kernel, layers
from tutor.track.ring import Ring
from tutor.wire.arena import Arena
from tutor.wire.frames import Channel, Closed
from tutor.worker import warming
from tutor.worker.endings import LINE_LOST
from tutor.worker.learning import Learner
from tutor.worker.process import Process
from tutor.worker.session import Session

NICENESS = 5
"""Of learner processes, so that the screen stays quick while they train."""

RPC, TRACE = 3, 4
"""Descriptors of the learner process beside 0, 1 and 2."""


@dataclass(frozen=True, slots=True)
class Spawned:
    """A judge process as the host sees it."""

    pid: int
    sock: socket.socket


def spawn_judge(main: Callable[[socket.socket], None]) -> Spawned:
    """Fork a judge that runs `main` with its end of a socket pair.

    Raises:
        RuntimeError: this process has threads, so that a fork could hang.
    """
    assert_single_threaded()
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid:
        theirs.close()
        return Spawned(pid, ours)
    status = 1
    try:
        become_judge({theirs.fileno()})
        main(theirs)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def become_judge(kept: set[int]) -> None:
    """Turn this process into one that keeps only these descriptors and its learner."""
    keep_only({0, 1, 2, *kept})
    if kernel.is_linux():
        kernel.die_with_parent(signal.SIGKILL)
        kernel.adopt_orphans()
    signal.set_wakeup_fd(-1)


def assert_single_threaded() -> None:
    tasks = Path("/proc/self/task")
    if tasks.exists() and len(list(tasks.iterdir())) != 1:
        raise RuntimeError("this process has started threads and must not fork any more")


def spawn_learner(
    scratch: Path, active: frozenset[str], ring: Ring | None, *, ahead: bool = False
) -> Session:
    """Fork a learner process, confined by the `active` layers; none for trusted code.

    One that is made ahead computes a little while it waits.
    """
    ends = Ends()
    pid = os.fork()
    if pid == 0:
        try:
            become_learner(ends.theirs, ends.write, ends.trace, scratch, active)
            track.connect(ring)
            if ahead:
                warming.rehearse()
            Learner(Channel(socket.socket(fileno=RPC)), ends.arena).serve()
        except Closed:
            os._exit(LINE_LOST)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    return ends.session(pid)


class Ends:
    """Both ends of everything that connects a judge with its learner process."""

    def __init__(self) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.read, self.write = os.pipe()
        self.trace = memory_file(0)
        self.arena = Arena()

    def session(self, pid: int) -> Session:
        """Keep the judge's ends, now that the process has its own."""
        self.theirs.close()
        os.close(self.write)
        os.set_blocking(self.read, False)
        process = Process(pid, self.read, self.trace)
        return Session(process, Channel(self.ours), self.arena)


def become_learner(
    sock: socket.socket, output: int, trace: int, scratch: Path, active: frozenset[str]
) -> None:
    """Turn this fresh fork into a process that owns nothing but its scratch folder."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDONLY)
    arrange({0: null, 1: output, 2: output, RPC: sock.detach(), TRACE: trace})
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False, errors="replace")
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False, errors="replace")
    os.chdir(scratch)
    os.environ.clear()
    os.environ.update(
        HOME=str(scratch), TMPDIR=str(scratch), PATH="/usr/bin:/bin", LANG="C.UTF-8"
    )
    tempfile.tempdir = None
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    faulthandler.register(signal.SIGUSR1, file=TRACE, all_threads=False)
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    layers.confine(scratch, active)


def arrange(wanted: dict[int, int]) -> None:
    """Give each descriptor of `wanted` its new number and close every other one."""
    high = {new: os.dup2(old, 100 + new) for new, old in wanted.items()}
    for new, old in high.items():
        os.dup2(old, new, inheritable=False)
    keep_only(set(wanted))


def keep_only(kept: set[int]) -> None:
    """Close every descriptor but `kept`."""
    edges = [-1, *sorted(kept), 1 << 16]
    for low, high in pairwise(edges):
        if low + 1 < high:  # an empty range would close everything
            os.closerange(low + 1, high)
