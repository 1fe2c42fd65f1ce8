"""One run read back: its records in time, its series, its episodes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tutor.runs.info import RunInfo
from tutor.runs.log import read_log
from tutor.track.episode import Episode
from tutor.track.records import Record, Trainings

Moment = tuple[float, Record]
"""Seconds since the start of the run, and what was tracked then."""


@dataclass(slots=True)
class Series:
    """The numbers of one name in one training, oldest first; three lists of one length."""

    name: str
    training: int
    """From 1; a check may train several times."""
    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    """May hold NaN and infinities."""
    seconds: list[float] = field(default_factory=list)


class Run:
    """A run on disk, which may still go on.

    Args:
        info: its summary.
        path: its log.
    """

    def __init__(self, info: RunInfo, path: Path) -> None:
        self.info = info
        self.path = path

    @cached_property
    def moments(self) -> list[Moment]:
        """Every record that was kept, in order of time.

        Raises:
            StoreError: the log cannot be read, or a newer dltutor wrote it.
        """
        return sorted(read_log(self.path), key=lambda moment: moment[0])

    @property
    def seconds(self) -> float:
        """How long it took, as far as is known."""
        newest = self.moments[-1][0] if self.moments else 0.0
        return max(newest, self.info.seconds)

    def records(self) -> Iterator[Moment]:
        """Yield what was tracked with its seconds since the start, oldest first."""
        yield from self.moments

    def until(self, seconds: float) -> list[Record]:
        """Return what had been tracked by then, oldest first."""
        return [record for when, record in self.moments if when <= seconds]

    def series(self) -> dict[str, list[Series]]:
        """Return the numbers of each name, one series for each training."""
        found: dict[str, list[Series]] = {}
        trainings = Trainings()
        for when, record in self.moments:
            training = trainings.of(record)
            if record["kind"] != "scalar":
                continue
            parts = found.setdefault(record["name"], [])
            if not parts or parts[-1].training != training:
                parts.append(Series(record["name"], training))
            parts[-1].steps.append(record["step"])
            parts[-1].values.append(float(record["value"]))
            parts[-1].seconds.append(when)
        return found

    def episodes(self) -> list[Episode]:
        """Return the episodes that were kept, oldest first."""
        trainings = Trainings()
        return [
            Episode.of(record, training, when)
            for when, record in self.moments
            if (training := trainings.of(record)) and record["kind"] == "episode"
        ]

    def names(self, kind: str) -> list[str]:
        """Return the names of one kind of record, in order of appearance."""
        return list(dict.fromkeys(r["name"] for _, r in self.moments if r["kind"] == kind))
