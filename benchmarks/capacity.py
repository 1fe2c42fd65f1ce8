"""The host: checks per second on all cores, memory per check, cold start, cost of each layer."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.checks import TINY
from tutor.course import Course, Exercise, load_course
from tutor.judge import Checker, events, hosting
from tutor.protocol import Plan, Status, StatusRequest, Verdict
from tutor.sandbox import layers

CHECKS = 60
ROUNDS = 15
SLEEPY = "import time\ndef double(x):\n    time.sleep(0.2)\n    return x + x\n"


def measure() -> Iterator[str]:
    """Yield the table."""
    course = load_course(TINY)
    for name in ("double", "scale"):
        exercise = course.exercise(name)
        checker = Checker(course, None)
        source = exercise.solution.read_text(encoding="utf-8")
        yield f"{exercise.needs}:"
        yield f"  cold start to verdict {cold(checker, exercise, source):7.0f} ms"
        rate = throughput(checker, exercise, source)
        yield f"  {os.cpu_count()} at once            {rate:7.1f} checks/s"
    yield from memory(course)
    yield from layer_costs()


def cold(checker: Checker, exercise: Exercise, source: str) -> float:
    """Return the milliseconds to a verdict when the host has to be started."""
    end_host(exercise.needs)
    start = time.perf_counter()
    for event in events(checker.request(exercise, source), exercise.needs):
        if isinstance(event, Verdict):
            return (time.perf_counter() - start) * 1000
    raise RuntimeError("no verdict")


def status(toolset: str) -> Status:
    (found,) = (e for e in events(StatusRequest(), toolset) if isinstance(e, Status))
    return found


def end_host(toolset: str) -> None:
    """End the host of a toolset and wait until nobody listens."""
    os.kill(status(toolset).pid, 15)
    while (sock := hosting.connect(hosting.socket_path(toolset))) is not None:
        sock.close()
        time.sleep(0.01)


def throughput(checker: Checker, exercise: Exercise, source: str) -> float:
    """Return checks per second with as many clients as there are cores."""

    def one(_: int) -> None:
        list(events(checker.request(exercise, source), exercise.needs))

    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, range(CHECKS)))
    return CHECKS / (time.perf_counter() - start)


def memory(course: Course) -> Iterator[str]:
    """Yield the memory that only a running judge and its learner process hold."""
    exercise = course.exercise("double")
    request = Checker(course, None).request(exercise, SLEEPY)
    for event in events(request, "numpy"):
        if isinstance(event, Plan):
            host = status("numpy")
            shares = sorted((private_mib(pid) for pid in family(host.pid)), reverse=True)
            yield f"memory: host {host.rss_mib:.0f} MiB, a check {sum(shares[:2]):.1f} MiB more"


def family(pid: int) -> list[int]:
    """Return all processes started by `pid` and by those."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in children for one in (int(child), *family(int(child)))]


def private_mib(pid: int) -> float:
    """Return the memory of a process that it shares with no other."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(x.split()[1]) for x in lines if x.startswith("Private")) / 1024


def layer_costs() -> Iterator[str]:
    """Yield the milliseconds each layer takes in the child that it confines."""
    base = statistics.median(confined(frozenset()) for _ in range(ROUNDS))
    yield f"layers: fork and exit {base:.2f} ms"
    for name, missing in layers.offered().items():
        if not missing:
            cost = statistics.median(confined(frozenset({name})) for _ in range(ROUNDS))
            yield f"  {name:<10} {max(0.0, cost - base):6.2f} ms more"
    every = frozenset(name for name, missing in layers.offered().items() if not missing)
    cost = statistics.median(confined(every) for _ in range(ROUNDS))
    yield f"  {'all':<10} {cost - base:6.2f} ms more"


def confined(active: frozenset[str]) -> float:
    """Return the milliseconds of a fork, its confinement and its end."""
    with tempfile.TemporaryDirectory() as folder:
        layers.readable()
        start = time.perf_counter()
        if (child := os.fork()) == 0:
            layers.confine(Path(folder), active)
            os._exit(0)
        os.waitpid(child, 0)
        return (time.perf_counter() - start) * 1000
