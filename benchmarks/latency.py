"""Keys while training: time from a key to its effect on the screen, beside a bare application.

A capstone trains torch on both cores and streams 1,000 records a second into the Training
screen. The real program runs in a pseudo-terminal; a key turns the smoothing, and the time
until the chart says so counts. A bare Textual application answers keys in turn with it.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.tui.terminal import Terminal

SECONDS = 150
ROUNDS = 300
SMOOTHED = ("smoothed 0.8", "smoothed 0.95", "")
"""What the chart says after each key in turn."""
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    count = 0

    def compose(self):
        yield Static("count 0.")

    def key_m(self):
        self.count += 1
        self.query_one(Static).update(f"count {self.count}.")

Bare().run()
"""
TRAINING = f'''"""Trains on both cores and tracks 1,000 numbers a second."""

import time

import torch

from tutor import track


def train():
    torch.set_num_threads(2)
    weights, sent, began = torch.randn(512, 512), 0, time.monotonic()
    while (seconds := time.monotonic() - began) < {SECONDS}:
        weights = torch.tanh(weights @ weights / 20)
        while sent < 1000 * seconds:
            track.scalar("loss", 1 / (1 + sent), sent)
            sent += 1
'''
FILES = {
    "lessons/course.toml":
        'title = "Busy"\n[[topic]]\nslug = "busy"\ntitle = "Busy"\nlessons = ["01_busy"]\n',
    "lessons/busy/01_busy.md":
        '---\ntitle = "Busy lesson"\n---\n\n# Busy lesson\n\n::: exercise train\n',
    "exercises/busy/train/exercise.toml":
        'title = "Busy capstone"\nkind = "capstone"\nlevel = "easy"\nminutes = 1\n'
        'needs = "torch"\nentry = ["train"]\n[limits]\nseconds = 170\ncall_seconds = 170\n',
    "exercises/busy/train/task.md": "# Busy capstone\n\nNothing to do.\n",
    "exercises/busy/train/starter.py": TRAINING,
    "exercises/busy/train/harness.py":
        'from tutor.harness import case\n\n\n@case("it trains")\ndef trains(learner):\n'
        '    learner.train()\n',
    "solutions/busy/train/solution.py": TRAINING,
}  # fmt: skip


def measure() -> Iterator[str]:
    """Yield the table."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = busy_program(Path(folder)), bare_program(Path(folder))
        times: dict[str, list[float]] = {"bare": [], "dltutor": []}
        for number in range(ROUNDS):
            times["bare"].append(answered(bare, f"count {number + 1}."))
            if text := SMOOTHED[number % len(SMOOTHED)]:
                times["dltutor"].append(answered(ours, text))
            else:
                ours.type("m")
            settle(ours, bare)
        ours.kill()
        bare.kill()
    for name, found in times.items():
        cuts = statistics.quantiles(found, n=100)
        yield (
            f"{name:<8} median {cuts[49] * 1000:5.1f} ms   p99 {cuts[98] * 1000:5.1f} ms"
            f"   {len(found)} keys"
        )


def busy_program(folder: Path) -> Terminal:
    """Return the program on the Training screen of a run that is going on.

    Its chart has answered one round of keys: before that there was none to answer.
    """
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ours = Terminal(folder / "home", "--course", str(folder), size=(120, 40))
    ours.wait_for("Busy lesson")
    ours.type("j\r")
    ours.wait_for("saves and checks")
    ours.type("\x17")
    ours.wait_for("running", seconds=90)
    ours.wait_for("step", seconds=90)
    for text in SMOOTHED:
        ours.type("m")
        if text:
            ours.wait_for(text, seconds=90)
    return ours


def bare_program(folder: Path) -> Terminal:
    bare = Terminal(folder / "bare", command=[sys.executable, "-c", BARE])
    bare.wait_for("count 0.")
    return bare


def answered(program: Terminal, text: str) -> float:
    """Return the seconds from a key to a text on the screen."""
    start = time.perf_counter()
    program.type("m")
    program.wait_for(text, look=0.001)
    return time.perf_counter() - start


def settle(*programs: Terminal) -> None:
    """Let a moment pass between two keys, as people do, and read on."""
    until = time.monotonic() + 0.2
    while time.monotonic() < until:
        for program in programs:
            program.read(0.01)
            program.seen = b""
