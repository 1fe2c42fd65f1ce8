"""Checks: from the request to the printed verdict, warm, beside a fresh pytest process.

``app`` is what the TUI and ``watch`` wait for, ``command`` a whole ``dltutor check`` process.
The pytest baseline asserts about as much on the same solution, third-party plugins off.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import otter
from tutor.course import Course, Exercise, load_course
from tutor.judge import Checker, events
from tutor.protocol import Verdict

TINY = Path(__file__).parents[1] / "tests" / "tiny_course"
ROUNDS = 15
PYTEST = {
    "numpy": "import numpy as np\nfrom solution import double\n"
    "def test_double():\n    x = np.ones((3, 4))\n    assert (double(x) == x + x).all()\n",
    "torch": "import torch\n"
    "def test_scale():\n    w = torch.full((3,), 2.0, requires_grad=True)\n"
    "    o = torch.optim.SGD([w], lr=0.1)\n    (torch.ones(2, 3) * w).mean().backward()\n"
    "    o.step()\n    assert (w < 2).all()\n",
}


def measure() -> Iterator[str]:
    """Yield the table."""
    course = load_course(TINY)
    for name in ("double", "scale"):
        yield from measure_one(course, course.exercise(name))


def measure_one(course: Course, exercise: Exercise) -> Iterator[str]:
    """Yield the rows of one exercise."""
    toolset = exercise.needs
    checker = Checker(course, None)
    source = exercise.solution.read_text(encoding="utf-8")
    baseline = median(lambda: pytest_run(toolset, exercise), 3)
    verdict = [in_app(checker, exercise, source) for _ in range(ROUNDS + 2)][2:]
    command = median(lambda: run_command(exercise), 7)
    yield f"{toolset}: fresh pytest process {baseline:7.0f} ms"
    yield line("app", statistics.median(verdict), baseline)
    yield line("app, p95", sorted(verdict)[int(0.95 * (len(verdict) - 1))], baseline)
    yield line("command", command, baseline)
    if exercise.needs == "numpy":
        graded = [otter.milliseconds(source) for _ in range(3)]
        if times := [value for value in graded if value is not None]:
            otters = statistics.median(times)
            app = statistics.median(verdict)
            yield f"  otter check {otters:6.0f} ms; app is {otters / app:.0f} times faster"
        else:
            yield f"  {otter.MISSING}"


def line(name: str, value: float, baseline: float) -> str:
    return f"  {name:<10} {value:7.0f} ms   {baseline / value:5.1f} times faster"


def median(function: Callable[[], float], rounds: int) -> float:
    return statistics.median(function() for _ in range(rounds))


def in_app(checker: Checker, exercise: Exercise, source: str) -> float:
    """Return the milliseconds to the verdict on an open connection's request."""
    time.sleep(0.15)
    start = time.perf_counter()
    elapsed = 0.0
    for event in events(checker.request(exercise, source), exercise.needs):
        if isinstance(event, Verdict):
            elapsed = (time.perf_counter() - start) * 1000
    return elapsed


def run_command(exercise: Exercise) -> float:
    """Return the milliseconds of one ``dltutor check`` process."""
    command = [sys.executable, "-m", "tutor", "check", "--course", str(TINY), exercise.id,
               "--file", str(exercise.solution)]  # fmt: skip
    time.sleep(0.15)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def pytest_run(toolset: str, exercise: Exercise) -> float:
    """Return the milliseconds of one fresh pytest process."""
    with tempfile.TemporaryDirectory() as folder:
        text = exercise.solution.read_text(encoding="utf-8")
        Path(folder, "solution.py").write_text(text, encoding="utf-8")
        Path(folder, "test_it.py").write_text(PYTEST[toolset], encoding="utf-8")
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder]
        start = time.perf_counter()
        subprocess.run(
            command, check=True, capture_output=True, env=environment, cwd=folder
        )
        return (time.perf_counter() - start) * 1000
