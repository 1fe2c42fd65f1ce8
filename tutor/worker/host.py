"""The warm host: imports once, has a judge process ready for every request.

One thread, one loop over sockets. Each client connection carries one request. Judges are
forked ahead (`SPARES`), so that a request is served by a process that already exists;
requests beyond `RUNNING_AT_ONCE` wait their turn in order of arrival.
"""

import contextlib
import json
import os
import selectors
import signal
import socket
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tutor.errors import WireError
from tutor.protocol import (
    VERSION,
    CheckRequest,
    DemoRequest,
    Done,
    Failed,
    HoldRequest,
    Message,
    RunRequest,
    Status,
    StatusRequest,
    dump,
    load,
)
from tutor.sandbox import kernel, layers
from tutor.wire.lines import LineBuffer
from tutor.worker import judge_main, spawning, warming
from tutor.worker.clearing import clear_away
from tutor.worker.judging import Ahead, ahead_of
from tutor.worker.pair import spawn_judge

SPARES = 1
RUNNING_AT_ONCE = 2
IDLE_SECONDS = 600.0
"""Without clients the host ends after this long."""
GRACE_SECONDS = 30.0
"""A judge that outlives its request's limit by this much is ended."""


@dataclass(eq=False)
class Judge:
    """A judge process: spare, or serving a client."""

    pid: int
    sock: socket.socket
    buffer: LineBuffer
    scratch: Path
    learner: int = 0
    client: "Client | None" = None
    deadline: float = float("inf")
    finished: bool = False


@dataclass(eq=False)
class Client:
    """A connection from the app."""

    sock: socket.socket
    buffer: LineBuffer
    request: CheckRequest | RunRequest | DemoRequest | None = None
    judge: Judge | None = None
    early: list[bytes] = field(default_factory=list)
    """Lines that came before a judge was there to take them."""


class Host:
    """The loop, its clients and its judges."""

    def __init__(
        self, listener: socket.socket, toolset: str, base: Path, *, forks: bool
    ) -> None:
        self.listener = listener
        self.toolset = toolset
        self.forks = forks
        self.ahead: Ahead | None = None
        self.base = base
        self.selector = selectors.DefaultSelector()
        self.clients: set[Client] = set()
        self.judges: set[Judge] = set()
        self.waiting: deque[Client] = deque()
        self.checks = 0
        self.last_use = time.monotonic()
        self.layers: dict[str, str] = {}
        self.stopping = False
        self.failures = 0
        self.next_fork = 0.0

    def run(self) -> None:
        """Serve until nobody has asked for anything in `IDLE_SECONDS`."""
        self.watch(self.listener, self.accept)
        if self.forks:
            warming.warm_up(self.toolset)
        self.layers = layers.offered()
        while not self.stopping:
            self.refill()
            for key, _ in self.selector.select(self.pause()):
                key.data()
            self.enforce_deadlines()
            if self.idle_seconds() > IDLE_SECONDS:
                return

    def watch(self, sock: socket.socket, serve: Callable[[], None]) -> None:
        self.selector.register(sock, selectors.EVENT_READ, serve)

    def pause(self) -> float:
        nearest = min((j.deadline for j in self.judges), default=float("inf"))
        return max(0.0, min(nearest - time.monotonic(), 5.0))

    def idle_seconds(self) -> float:
        if self.clients:
            self.last_use = time.monotonic()
        return time.monotonic() - self.last_use

    def accept(self) -> None:
        with contextlib.suppress(OSError):
            self.welcome(self.listener.accept()[0])

    def welcome(self, sock: socket.socket) -> Client:
        sock.settimeout(5.0)
        client = Client(sock, LineBuffer(sock))
        self.clients.add(client)
        self.watch(sock, lambda: self.hear(client))
        return client

    def hear(self, client: Client) -> None:
        """Read from a client; hanging up cancels its request."""
        try:
            client.buffer.fill()
            for line in client.buffer.lines():
                self.take(client, line)
        except (WireError, ValueError, TypeError) as error:
            self.reply(client, Failed(f"The request cannot be read: {error}"))
            self.drop(client)
            return
        if client.buffer.ended:
            self.drop(client)

    def take(self, client: Client, line: bytes) -> None:
        if client.judge is not None:
            self.pass_on(client.judge, line)
            return
        if client.request is not None:
            client.early.append(line)
            return
        request = load(line)
        if isinstance(request, StatusRequest):
            self.reply(client, self.status())
            self.reply(client, Done())
        elif isinstance(request, HoldRequest):
            self.reply(client, self.status())
        elif isinstance(request, CheckRequest | RunRequest | DemoRequest):
            client.request = request
            client.early.insert(0, line)
            self.waiting.append(client)
            self.dispatch()

    def dispatch(self) -> None:
        """Give waiting requests to spare judges, in order of arrival."""
        while self.waiting and self.busy() < RUNNING_AT_ONCE:
            client = self.waiting.popleft()
            judge = next((j for j in self.judges if not j.client), None) or self.fork()
            client.judge, judge.client = judge, client
            self.checks += 1
            if isinstance(client.request, CheckRequest):
                self.ahead = ahead_of(client.request)
            if isinstance(client.request, CheckRequest | RunRequest):
                seconds = client.request.limits.seconds
                judge.deadline = time.monotonic() + seconds + GRACE_SECONDS
            for line in client.early:
                self.pass_on(judge, line)
            client.early.clear()

    def busy(self) -> int:
        demos = (DemoRequest, type(None))
        return sum(
            1 for j in self.judges if j.client and not isinstance(j.client.request, demos)
        )

    def refill(self) -> None:
        """Fork spares while nobody waits for the processor.

        A spare that ends by itself is replaced after a pause that doubles each time.
        """
        spare = sum(1 for j in self.judges if j.client is None)
        if spare < SPARES and not self.busy() and time.monotonic() >= self.next_fork:
            self.fork()

    def fork(self) -> Judge:
        active = frozenset(name for name, missing in self.layers.items() if not missing)
        scratch = Path(tempfile.mkdtemp(dir=self.base))
        pid, sock = self.judge_process(scratch, active)
        judge = Judge(pid, sock, LineBuffer(sock), scratch)
        self.judges.add(judge)
        self.watch(judge.sock, lambda: self.listen(judge))
        return judge

    def judge_process(
        self, scratch: Path, active: frozenset[str]
    ) -> tuple[int, socket.socket]:
        """Return a new judge's process id and our end of its line."""
        if self.forks:
            ahead, waits = self.ahead, not self.waiting and not self.busy()
            spawned = spawn_judge(
                lambda sock: judge_main.main(sock, scratch, active, ahead, waits=waits)
            )
            return spawned.pid, spawned.sock
        ours, theirs = socket.socketpair()
        facts: dict[str, object] = {
            "scratch": str(scratch),
            "active": json.dumps(sorted(active)),
            "toolset": self.toolset,
        }
        with theirs:
            return spawning.start("judge", {"host": theirs.fileno()}, facts), ours

    def listen(self, judge: Judge) -> None:
        """Forward a judge's events to its client."""
        judge.buffer.fill()
        for line in judge.buffer.lines():
            if not judge.learner:
                judge.learner = int(line)
            elif judge.client:
                judge.finished |= line == dump(Done()).rstrip()
                self.send(judge.client, line + b"\n")
        if judge.buffer.ended:
            self.bury(judge, "The process that judges ended early. Please check again.")

    def enforce_deadlines(self) -> None:
        now = time.monotonic()
        for judge in [j for j in self.judges if j.deadline < now]:
            self.bury(judge, "The process that judges did not answer in time.")

    def bury(self, judge: Judge, reason: str) -> None:
        """End a judge with its learner; a client still waiting is told the reason."""
        if judge not in self.judges:
            return
        self.judges.discard(judge)
        self.selector.unregister(judge.sock)
        judge.sock.close()
        for pid in (judge.pid, *children(judge.pid), judge.learner):
            end_process(pid)
        clear_away(judge.scratch)
        if judge.client is None:
            self.failures += 1
            self.next_fork = time.monotonic() + min(30.0, 0.1 * 2**self.failures)
        else:
            self.failures = 0
            self.last_use = time.monotonic()
            self.dismiss(judge.client, "" if judge.finished else reason)
        self.dispatch()

    def dismiss(self, client: Client, reason: str) -> None:
        """End a client's connection, with the reason if it still waits for an answer."""
        client.judge = None
        if reason:
            self.reply(client, Failed(reason))
            self.reply(client, Done())
        self.drop(client)

    def drop(self, client: Client) -> None:
        if client not in self.clients:
            return
        self.clients.discard(client)
        with contextlib.suppress(ValueError):
            self.waiting.remove(client)
        self.selector.unregister(client.sock)
        client.sock.close()
        if client.judge:
            judge, client.judge = client.judge, None
            judge.finished = True
            self.bury(judge, "")

    def pass_on(self, judge: Judge, line: bytes) -> None:
        with contextlib.suppress(OSError):
            judge.sock.sendall(line + b"\n")

    def reply(self, client: Client, message: Message) -> None:
        self.send(client, dump(message))

    def send(self, client: Client, data: bytes) -> None:
        try:
            client.sock.sendall(data)
        except OSError:
            client.buffer.ended = True

    def status(self) -> Status:
        resident = 0.0
        with contextlib.suppress(OSError):
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            resident = pages * os.sysconf("SC_PAGESIZE") / (1 << 20)
        spares = sum(1 for j in self.judges if j.client is None)
        return Status(
            VERSION, os.getpid(), self.toolset, "fork" if self.forks else "spawn",
            self.layers, self.checks, spares, resident,
        )  # fmt: skip


def children(pid: int) -> list[int]:
    """Return the processes that a process has started; those of a dead one come to us."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in found.split()]


def end_process(pid: int) -> None:
    """Kill a child, or an orphan that has become one, and collect it; 0 is nobody.

    A number that is no child's is left alone: its process was collected by its judge, and
    it may by now be that of a stranger.
    """
    if pid:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def serve(path: Path, toolset: str, processes: str) -> None:
    """Be the host behind the socket at `path` until idle."""
    base = path.with_suffix(".scratch")
    clear_away(base)
    base.mkdir(mode=0o700)
    listener = socket.socket(socket.AF_UNIX)
    path.unlink(missing_ok=True)
    listener.bind(str(path))
    listener.listen(64)
    listener.setblocking(False)
    if kernel.is_linux():
        kernel.adopt_orphans()
    host = Host(listener, toolset, base, forks=processes == "fork")
    signal.signal(signal.SIGTERM, lambda *_: setattr(host, "stopping", True))
    identity = path.stat().st_ino
    try:
        host.run()
    finally:
        for judge in list(host.judges):
            host.bury(judge, "The host was stopped.")
        clear_away(base)
        with contextlib.suppress(OSError):
            if path.stat().st_ino == identity:
                path.unlink()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
