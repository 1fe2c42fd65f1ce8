"""What the host ends is its own, and what it tells can be shown."""

import os
import signal
import subprocess
import sys

import pytest

from tutor.cli.running import figures_line
from tutor.track.ring import Ring
from tutor.worker.host import end_process


def test_child_is_ended():
    """A child is killed and collected."""
    child = os.fork()
    if child == 0:
        signal.pause()
    end_process(child)
    with pytest.raises(ChildProcessError):
        os.waitpid(child, 0)


def test_stranger_is_spared():
    """A process that is no child is left alone, whoever had its number before."""
    source = (
        "import subprocess, sys\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        "print(child.pid, flush=True)\n"
        "sys.stdin.read()\n"
        "child.terminate()\n"
        "print(child.wait(), flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", source],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as parent:  # fmt: skip
        end_process(int(parent.stdout.readline()))
        out, _ = parent.communicate(timeout=10)
    assert int(out) == -signal.SIGTERM


def records(value):
    """Return a series with one value as it comes out of the ring."""
    ring = Ring()
    ring.put_scalar("loss", value, 3)
    return {record["name"]: record for record in ring.take()}


def test_figures_are_written_out():
    """The line of figures holds name and value."""
    assert "loss 0.25" in figures_line(records(0.25))


def test_figures_that_are_no_numbers():
    """A training that diverges does not end the program that shows it."""
    assert "nan" in figures_line(records(float("nan")))
