"""Writing a run while it goes on."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from tutor.runs.compacting import compact, lock
from tutor.runs.info import RunInfo, save_info
from tutor.runs.log import head_line, record_line, scalar_line
from tutor.runs.thinning import Point, RichThinner, Room, SeriesThinner, rich_thinner
from tutor.track.records import Record, Trainings

FLUSH_SECONDS = 0.5
"""Between two writings."""
INFO_SECONDS = 2.0
"""Between two writings of the summary."""
FILE_LIMIT = 24 << 20
"""Bytes beyond which a log is written anew with half of its lines."""
MAX_SERIES = 1024
MAX_RICH = 128
"""Different names of records that are no series."""
MAX_HELD = 8 << 20
"""Bytes of records that wait to be the last of their name."""
MAX_WAITING = 200
"""Batches that wait to be written; of more the oldest are lost."""
MAX_TRAININGS = 64
"""Whose last values are all kept; later ones are thinned like the rest."""
SHOWN_SERIES = 64
"""Whose newest value stands in the summary."""


class RunWriter:
    """Takes the records of one run and writes them from a thread of its own.

    `take`, `note` and `finish` return at once. What was taken is in the file within about a
    second, where nothing but a power cut can lose it.

    Args:
        folder: of all runs.
        info: what is known at the start.
        clock: seconds, monotonic.
        file_limit: bytes that the log may take.
    """

    def __init__(
        self,
        folder: Path,
        info: RunInfo,
        clock: Callable[[], float] = time.monotonic,
        file_limit: int = FILE_LIMIT,
    ) -> None:
        self.info = info
        self.path = folder / f"{info.id}.run"
        self.clock = clock
        self.file_limit = file_limit
        self.started = clock()
        self.room = Room()
        self.series: dict[str, SeriesThinner] = {}
        self.rich: dict[tuple[str, str], RichThinner] = {}
        self.trainings = Trainings()
        self.records = self.dropped = self.steps = self.episodes = self.size = 0
        self.failed = ""
        """Why nothing is written any more, such as a full disk."""
        self.inbox: deque[tuple[float, list[Record]]] = deque(maxlen=MAX_WAITING)
        self.outcome = ""
        self.metrics: dict[str, float] = {}
        self.findings: list[str] = []
        self.wake = threading.Event()
        self.file: BinaryIO = self.path.open("ab", buffering=0)
        lock(self.file)
        head = head_line(id=info.id, place=info.place, started=info.started)
        self.file.write(head)
        save_info(info, self.info_path)
        self.thread = threading.Thread(target=self.work, name=f"run {info.id}", daemon=True)
        self.thread.start()

    @property
    def info_path(self) -> Path:
        return self.path.with_suffix(".json")

    def take(self, records: Iterable[Any], dropped: int = 0) -> None:
        """Add checked records, such as the items of a `tutor.protocol.Records`.

        Args:
            records: newest last.
            dropped: how many this run has lost so far.
        """
        self.dropped = max(self.dropped, dropped)
        self.inbox.append((self.clock() - self.started, list(records)))

    def note(self, findings: Iterable[str]) -> None:
        """Say which diagnoses stand now, by name."""
        self.findings = list(findings)

    def finish(self, outcome: str, metrics: dict[str, float] | None = None) -> None:
        """End the run; what was taken before is still written. Later calls do nothing."""
        if not self.outcome:
            self.metrics = dict(metrics or {})
            self.ended = self.clock() - self.started
            self.outcome = str(outcome)
            self.wake.set()

    def join(self, seconds: float = 5.0) -> None:
        """Wait until a run that was finished is on disk."""
        self.thread.join(seconds)

    def __enter__(self) -> "RunWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.finish("interrupted")
        self.join()

    def work(self) -> None:
        """Write until the run is finished; a disk that fails ends the writing, not the run."""
        told = 0.0
        try:
            while not self.wake.wait(FLUSH_SECONDS):
                self.write(self.drain())
                now = self.clock() - self.started
                if now - told > INFO_SECONDS:
                    told = now
                    save_info(self.summary(now), self.info_path)
            self.write(self.drain() + self.rest())
            save_info(self.summary(self.ended), self.info_path)
        except OSError as error:
            self.failed = error.strerror or str(error)
        with contextlib.suppress(OSError):
            self.file.close()

    def drain(self) -> list[bytes]:
        """Return the lines for what was taken since the last time."""
        lines: list[bytes] = []
        while self.inbox:
            seconds, records = self.inbox.popleft()
            for record in records:
                lines += self.lines_of(seconds, record)
        now = self.clock() - self.started
        for name, thinner in self.series.items():
            lines += series_lines(name, thinner.overdue(now))
        return lines

    def lines_of(self, seconds: float, record: Record) -> list[bytes]:
        self.records += 1
        before = self.trainings.number
        if before < self.trainings.of(record) <= MAX_TRAININGS:
            return self.rest() + self.kept_lines(seconds, record)
        return self.kept_lines(seconds, record)

    def kept_lines(self, seconds: float, record: Record) -> list[bytes]:
        if record["kind"] != "scalar":
            return self.rich_lines(seconds, record)
        name, step = record["name"], record["step"]
        thinner = self.series.get(name)
        if thinner is None:
            if len(self.series) >= MAX_SERIES:
                return []
            thinner = self.series[name] = SeriesThinner(self.room)
            self.room.series += 1
        self.steps = max(self.steps, step)
        return series_lines(name, thinner.add((seconds, step, float(record["value"]))))

    def rich_lines(self, seconds: float, record: Record) -> list[bytes]:
        key = (record["kind"], record["name"])
        if record["kind"] == "episode":
            self.episodes += 1
        thinner = self.rich.get(key)
        if thinner is None:
            if len(self.rich) >= MAX_RICH:
                return []
            thinner = self.rich[key] = rich_thinner(record["kind"])
        kept = thinner.add(seconds, record)
        return [record_line(seconds, record)] if kept else []

    def rest(self) -> list[bytes]:
        """Return the lines for what thinning held back: the last of everything."""
        lines = []
        for name, thinner in self.series.items():
            lines += series_lines(name, thinner.flush())
        held = sorted((t.held for t in self.rich.values() if t.held), key=lambda h: h[0])
        for rich in self.rich.values():
            rich.held = None
        room = MAX_HELD
        for seconds, record in held:
            line = record_line(seconds, record)
            room -= len(line)
            lines += [line] if room > 0 else []
        return lines

    def write(self, lines: list[bytes]) -> None:
        data = b"".join(lines)
        view = memoryview(data)
        while view:
            view = view[self.file.write(view) :]
        self.size += len(data)
        if self.size > self.file_limit:
            self.shorten()

    def shorten(self) -> None:
        """Halve the log until it takes at most half of its limit."""
        while True:
            before = self.size
            self.file.close()
            self.file = compact(self.path)
            self.size = self.path.stat().st_size
            if self.size <= self.file_limit // 2 or self.size >= before:
                return

    def summary(self, seconds: float) -> RunInfo:
        """Return what the list of runs shows at this time of the run."""
        last: dict[str, float | str] = {}
        for name, thinner in list(self.series.items())[:SHOWN_SERIES]:
            if thinner.last is not None:
                value = thinner.last[2]
                last[name] = value if abs(value) < float("inf") else str(value)
        return msgspec.structs.replace(
            self.info,
            seconds=round(seconds, 3),
            outcome=self.outcome,
            steps=self.steps,
            trainings=self.trainings.number if self.records else 0,
            records=self.records,
            dropped=self.dropped,
            episodes=self.episodes,
            last=last,
            metrics=self.metrics,
            findings=self.findings,
        )


def series_lines(name: str, points: list[Point]) -> list[bytes]:
    return [
        scalar_line(seconds, name, step, value if abs(value) < float("inf") else str(value))
        for seconds, step, value in points
    ]
