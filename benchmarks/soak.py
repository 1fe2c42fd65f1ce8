"""Many checks in a row: what the host holds before and after. ``make soak``; some minutes.

Right, wrong, crashing and endless submissions in turn, each told apart by its outcome.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.capacity import family, status
from benchmarks.checks import TINY
from tutor.course import load_course
from tutor.judge import Checker, events
from tutor.protocol import Limits, Outcome, Verdict

SOURCES = {
    Outcome.PASSED: "def double(x):\n    return x + x\n",
    Outcome.FAILED: "def double(x):\n    return x\n",
    Outcome.CRASHED: "import os\ndef double(x):\n    os._exit(3)\n",
    Outcome.TIMED_OUT: "def double(x):\n    while True: pass\n",
}
ENDLESS_EVERY = 50


def run(count: int) -> None:
    """Make `count` checks and print what grew."""
    course = load_course(TINY)
    exercise, checker = course.exercise("double"), Checker(course, None)
    seen: Counter[str] = Counter()
    first = None
    start = time.perf_counter()
    for i in range(count):
        kinds = [Outcome.PASSED, Outcome.FAILED, Outcome.CRASHED]
        wanted = Outcome.TIMED_OUT if i % ENDLESS_EVERY == 7 else kinds[i % 3]
        request = checker.request(exercise, SOURCES[wanted])
        request = type(request)(**{
            **{name: getattr(request, name) for name in request.__struct_fields__},
            "limits": Limits(seconds=0.3, call_seconds=0.3), "diagnose": False,
        })  # fmt: skip
        for event in events(request, "numpy"):
            if isinstance(event, Verdict):
                assert event.outcome is wanted, f"check {i}: {event.outcome}, not {wanted}"
                seen[event.outcome] += 1
        if i == 100:
            first = holdings()
    last = holdings()
    print(f"{count} checks in {time.perf_counter() - start:.0f} s: {dict(seen)}")
    for name, value in last.items():
        print(f"  {name:<24} {first[name] if first else 0:10.1f} -> {value:10.1f}")


def holdings() -> dict[str, float]:
    """Return what the host and this client hold now."""
    time.sleep(0.3)
    host = status("numpy")
    return {
        "host memory, MiB": host.rss_mib,
        "host descriptors": len(list(Path(f"/proc/{host.pid}/fd").iterdir())),
        "processes of the host": len(family(host.pid)),
        "client descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "client memory, MiB": int(Path("/proc/self/statm").read_text().split()[1]) / 256,
    }


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
