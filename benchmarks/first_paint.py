"""First paint: process start to first ink, dltutor beside a bare Textual application.

Both run in a pseudo-terminal of 80x24, turn by turn; the ratio of medians counts.
"""

import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path
from signal import SIGKILL

ROUNDS = 9
MARK = b"dltutor"
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("dltutor")

Bare().run()
"""


def measure() -> Iterator[str]:
    """Yield the table."""
    ours = [sys.executable, "-m", "tutor"]
    bare = [sys.executable, "-c", BARE]
    times: dict[str, list[float]] = {"bare": [], "dltutor": []}
    for _ in range(ROUNDS):
        times["bare"].append(first_ink(bare))
        times["dltutor"].append(first_ink(ours))
    base = statistics.median(times["bare"])
    for name, values in times.items():
        median = statistics.median(values)
        yield f"{name:<8} {median * 1000:6.0f} ms   {median / base:4.2f} x bare"


def first_ink(command: list[str]) -> float:
    """Return the seconds until a program in a pseudo-terminal first shows the mark."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.chdir(Path(__file__).parents[1])
        os.execv(command[0], command)
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    while MARK not in seen:
        if not select.select([terminal], [], [], 30)[0]:
            raise TimeoutError(f"{command} showed nothing in 30 s")
        seen += os.read(terminal, 1 << 16)
    elapsed = time.perf_counter() - start
    os.kill(pid, SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return elapsed
