"""One line that names what a drawing shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.viz.canvas import Canvas, printable
from tutor.viz.ink import Ink, Row, Run, row_width

_GAP = Run("   ")
LEAST_NAME = 3
"""Letters below which a name is left out rather than shortened."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a legend."""

    marker: str
    ink: Ink
    name: str
    value: str = ""
    note: str = ""
    """Something wrong that must not be overlooked."""


def draw_legend(
    canvas: Canvas, y: int, entries: Sequence[Entry], *, lead: str = "", x: int = 0
) -> None:
    """Write a legend in row `y` from column `x` on, as full as it fits, or nothing.

    Values give way first, then what leads the line, then wide gaps, then the ends of names.
    """
    for line in _ever_shorter(entries, printable(lead)):
        if row_width(line) <= canvas.width - x:
            for run in line:
                x = canvas.write(x, y, run.text, run.ink)
            return


def _ever_shorter(entries: Sequence[Entry], lead: str) -> Iterator[Row]:
    start = (Run(lead, Ink("muted")),) if lead else ()
    yield _joined([start, *(_runs(entry, value=True) for entry in entries)])
    yield _joined([start, *(_runs(entry) for entry in entries)])
    yield _joined([_runs(entry) for entry in entries])
    longest = max((len(entry.name) for entry in entries), default=0)
    for length in range(longest, LEAST_NAME - 1, -1):
        short = [replace(entry, name=entry.name[:length].rstrip()) for entry in entries]
        yield _joined([_runs(entry) for entry in short], Run(" "))
    yield _joined([_runs(replace(entry, name="")) for entry in entries])


def _joined(parts: Sequence[Row], gap: Run = _GAP) -> Row:
    line: Row = ()
    for part in filter(None, parts):
        line = (*line, gap, *part) if line else part
    return line


def _runs(entry: Entry, *, value: bool = False) -> Row:
    runs = (
        Run(entry.marker, entry.ink),
        Run(printable(entry.name), Ink("text")),
        Run(entry.value if value else "", Ink("muted")),
        Run(entry.note, Ink("bad", bold=True)),
    )
    kept = [run for run in runs if run.text]
    spaced = [part for run in kept for part in (Run(" "), run)]
    return tuple(spaced[1:])
