"""What is known of a run without reading its log."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct, field

INTERRUPTED = "interrupted"
"""Outcome of a run whose writer went away before it ended."""
RUNNING = "running"
"""Outcome of a run that is being written right now."""


class RunInfo(Struct, frozen=True, kw_only=True):
    """One line of the list of runs."""

    id: str
    """Sorts by the time of its start; safe as a file's name."""
    place: str
    """Id of the exercise, capstone or demo."""
    title: str
    name: str = ""
    """Given by the learner; empty before."""
    started: float
    """Seconds since the epoch."""
    seconds: float = 0.0
    """From its start to its end, or to the last that was written."""
    outcome: str = ""
    """A `tutor.protocol.Outcome`, ``stopped``, ``running`` or ``interrupted``."""
    seed: int = 0
    source_sha256: str = ""
    """Of the learner's file; `tutor.store` keeps its text."""
    steps: int = 0
    """The largest step of a series."""
    trainings: int = 0
    records: int = 0
    """How many came in; fewer are kept."""
    dropped: int = 0
    """How many were lost because nobody read them in time."""
    episodes: int = 0
    last: dict[str, float | str] = field(default_factory=dict)
    """Newest value of each series, those that are not finite as words."""
    metrics: dict[str, float] = field(default_factory=dict)
    """Of the verdict."""
    findings: list[str] = field(default_factory=list)
    """Names of the diagnoses that stood at its end."""
    version: int = 1
    """Of the format of both files."""

    @property
    def label(self) -> str:
        """What the learner calls it, else its number."""
        return self.name or self.id


def save_info(info: RunInfo, path: Path) -> None:
    """Write a run's summary so that a reader sees the old one or the new one."""
    fresh = path.with_suffix(".new")
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(info), indent=1))
    os.replace(fresh, path)


def load_info(path: Path) -> RunInfo | None:
    """Return the summary in a file; None when it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=RunInfo)
    except (OSError, msgspec.DecodeError):
        return None
