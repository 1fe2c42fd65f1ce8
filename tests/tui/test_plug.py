"""The plug is pulled while a learner types: at most the last second is lost.

`python -m benchmarks.plug` does it 200 times.
"""

import random
import time

import pytest

from tests.tui.conftest import TINY
from tests.tui.terminal import Terminal
from tutor.store import Store

GRACE_S = 1.5
"""The last second, and half of one for a busy machine."""


def type_until_killed(home, seconds):
    """Type digits into an exercise and kill the program; return when each was typed.

    Returns:
        The times of all keys, and that of the end.
    """
    terminal = Terminal(home, "--course", str(TINY))
    terminal.wait_for("Tiny")
    terminal.wait_for("First")
    terminal.type("j\r")
    terminal.wait_for("[task]")
    terminal.type("\x05")
    terminal.wait_for("[editor]")
    end, typed = time.monotonic() + seconds, []
    while time.monotonic() < end:
        terminal.type(str(len(typed) % 10))
        typed.append(time.monotonic())
        terminal.read(0.03)
    killed = time.monotonic()
    terminal.kill()
    return typed, killed


def lost_seconds(home, typed, killed):
    """Return how long before the end the first key was typed that is not in the file."""
    text = (home / "workspace" / "tiny" / "double.py").read_text("utf-8")
    kept = 0
    wanted = "".join(str(i % 10) for i in range(len(typed)))
    while kept < len(typed) and wanted[: kept + 1] in text:
        kept += 1
    return killed - typed[kept] if kept < len(typed) else 0.0


@pytest.mark.parametrize("seed", range(2))
def test_at_most_the_last_second_is_lost(tmp_path, seed):
    """What was typed earlier is in the file, and the record opens."""
    seconds = random.Random(seed).uniform(0.5, 3.0)
    typed, killed = type_until_killed(tmp_path, seconds)
    assert lost_seconds(tmp_path, typed, killed) <= GRACE_S
    store = Store(tmp_path / "data" / "progress.sqlite3")
    assert "tiny/double" in store.standings()
    assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    store.close()
