"""Making a log that has grown too long shorter: every other record goes.

A backstop. What thinning lets through grows with the logarithm of a run's length, but also
with the number of its series, trainings and pictures, which is the learner's to choose.
"""

import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from tutor.runs.log import whole_lines

Key = tuple[str, str]


@dataclass
class Extent:
    """How many lines a series or name has, and which must stay."""

    count: int = 0
    low: tuple[float, int] = (math.inf, 0)
    high: tuple[float, int] = (-math.inf, 0)

    def note(self, value: float) -> None:
        self.low = min(self.low, (value, self.count))
        self.high = max(self.high, (value, -self.count))
        self.count += 1

    def stays(self, index: int) -> bool:
        """Return whether the line stays: the last, the extremes, and every other one."""
        ends = (0, self.count - 1, self.low[1], -self.high[1])
        return index % 2 == 0 or index in ends


def key_and_value(content: Any) -> tuple[Key, float]:
    """Return to which series or name a line belongs, and its number, if it has one."""
    if len(content) == 4:
        value = float(content[2 + 1])
        return ("scalar", content[1]), value if math.isfinite(value) else 0.0
    record = content[1]
    return (record["kind"], record["name"]), float(record.get("total", 0.0))


def compact(path: Path) -> BinaryIO:
    """Write the log anew with about half of its lines; return it, open for appending.

    Whoever reads at the same time sees the old log or the new one. The new one is locked
    before it has the old one's name.
    """
    extents: dict[Key, Extent] = {}
    for key, value, _ in records_of(path):
        extents.setdefault(key, Extent()).note(value)
    fresh = path.with_suffix(".shorter")
    file = fresh.open("wb", buffering=0)
    lock(file)
    head = next(iter(whole_lines(path)))[0]
    file.write(head)
    seen: dict[Key, int] = {}
    batch: list[bytes] = []
    for key, _, line in records_of(path):
        index = seen[key] = seen.get(key, -1) + 1
        if extents[key].stays(index):
            batch.append(line)
        if len(batch) >= 1000:
            file.write(b"".join(batch))
            batch.clear()
    file.write(b"".join(batch))
    os.replace(fresh, path)
    return file


def records_of(path: Path) -> Iterator[tuple[Key, float, bytes]]:
    lines = whole_lines(path)
    next(lines, None)
    for line, content in lines:
        key, value = key_and_value(content)
        yield key, value, line


def lock(file: BinaryIO) -> bool:
    """Claim a log for this writer; false when another has it, or locks are not known."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def is_being_written(path: Path) -> bool:
    """Return whether a living process holds a log open for writing."""
    try:
        import fcntl

        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):
        return False
    return False
