"""A learner process seen from outside: what it prints, which line it runs, its end."""

import contextlib
import os
import signal
import time

from tutor.protocol import Place
from tutor.worker.replies import clean, running_lines

PROCESS_CLOCK = 2
"""With a process id it makes the number of that process's clock (clock_getcpuclockid(3))."""
END_WAIT = 0.25
"""Seconds a process that has hung up gets to end by itself: a large one takes some."""
TRACE_WAIT = 0.05
"""Seconds a learner process gets to write down where it was."""
LEFT = 1 << 20
"""More bytes than a pipe holds: what is read of a process that has ended."""
KEPT = 8192
"""Bytes of what was printed that are kept."""
SHOWN = 2000
"""Characters of what was printed that are shown."""


class Process:
    """What the judge holds of a learner process.

    Args:
        pid: the process, a session leader.
        output: read end of the pipe that takes what it prints, non-blocking.
        trace: a file that takes the line that was running on SIGUSR1.
    """

    def __init__(self, pid: int, output: int, trace: int) -> None:
        self.pid = pid
        self.output = output
        self.trace = trace
        self.source: list[str] = []
        """The lines of the file that it runs."""
        self.printed = bytearray()
        self.printed_total = 0
        self.ended = False

    def read(self, most: int) -> bool:
        """Take what was printed, until it is more than `most` bytes in all.

        Returns:
            Whether more may come.
        """
        while self.printed_total <= most:
            try:
                chunk = os.read(self.output, 1 << 16)
            except (BlockingIOError, OSError):
                return True
            if not chunk:
                return False
            self.printed_total += len(chunk)
            self.printed += chunk[: max(0, KEPT - len(self.printed))]
        return True

    def take_printed(self) -> str:
        """Return what was printed since the last time, cut and without control codes."""
        text = clean(bytes(self.printed).decode(errors="replace"))
        self.printed.clear()
        return text if len(text) <= SHOWN else text[:SHOWN] + "\n… (cut)"

    def processor_seconds(self) -> float:
        """Return the processor time that the process has used so far.

        Read from outside: the process has no say in it. Where the system does not tell,
        the time that passes has to do.
        """
        try:
            return time.clock_gettime((~self.pid << 3) | PROCESS_CLOCK)
        except OSError:
            return time.perf_counter()

    def where(self) -> list[Place]:
        """Return the learner's lines that are running right now, outermost first."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR1)
        until = time.monotonic() + TRACE_WAIT
        while time.monotonic() < until and os.fstat(self.trace).st_size == 0:
            time.sleep(0.002)
        time.sleep(0.002)
        text = os.pread(self.trace, 1 << 14, 0).decode(errors="replace")
        return running_lines(text, self.source)

    def ended_by_itself(self) -> int | None:
        """Return the wait status of a process that ends; None when it goes on."""
        until = time.monotonic() + END_WAIT
        while time.monotonic() < until:
            with contextlib.suppress(ChildProcessError):
                flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
                if os.waitid(os.P_PID, self.pid, flags) is not None:
                    return self.kill()
            time.sleep(0.002)
        return None

    def kill(self) -> int:
        """End the process and everything it started; return its wait status."""
        status, self.ended = 0, True
        for send in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                send(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            _, status = os.waitpid(self.pid, 0)
        self.read(self.printed_total + LEFT)
        return status

    def close(self) -> None:
        """End the process and free what belongs to it."""
        self.kill()
        os.close(self.output)
        os.close(self.trace)
