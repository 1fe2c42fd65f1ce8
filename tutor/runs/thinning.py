"""Which records of an endless run are kept: more near its start, fewer later, never none.

Of a series the first points are all kept. After every `Room.points` that were kept, twice as
many records make one window, of which the lowest and the highest value stay. So each
doubling of a run's length costs the same, and a spike is never thinned away.
"""

import math
from dataclasses import dataclass, field

from tutor.track.records import Record

POINTS = 1000
"""Kept of a series before its windows grow, and again after each growth."""
FEWEST_POINTS = 64
ALL_POINTS = 30_000
"""Shared by the series of a run."""
ODD_VALUES = 20
"""Values that are not finite: so many are all kept, then every doubling of their number."""
RICH_FIRST = {"histogram": 60, "image": 20, "episode": 40}
"""Records of one name kept before they are thinned, by kind."""
RICH_OTHERS = 20
PATIENCE = 0.005
"""Share of a run's time that the newest values may wait to be written."""

Point = tuple[float, int, float]
"""Seconds, step, value."""


@dataclass(slots=True)
class Room:
    """How many points each series of a run may have; shared by them."""

    series: int = 0

    @property
    def points(self) -> int:
        return max(FEWEST_POINTS, min(POINTS, ALL_POINTS // max(1, self.series)))


@dataclass(slots=True)
class SeriesThinner:
    """Thins one series."""

    room: Room
    window: int = 1
    """Records that become at most two points."""
    kept: int = 0
    """Points since the window last grew."""
    odd: int = 0
    last: Point | None = None
    seen: int = 0
    """Records in the open window."""
    low: Point | None = None
    high: Point | None = None
    pending: bool = False
    """The last record is not kept yet."""
    written: float = 0.0
    """Seconds of the newest point that was kept."""

    def add(self, point: Point) -> list[Point]:
        """Take a record; return the points to keep now, oldest first."""
        restarts = self.last is not None and point[1] < self.last[1]
        ended = self.flush() if restarts else []
        self.last, self.pending = point, True
        if not math.isfinite(point[2]):
            return ended + self.add_odd(point)
        if self.window == 1 or restarts:
            return ended + self.keep([point])
        self.seen += 1
        if self.low is None or self.high is None:
            self.low = self.high = point
        elif point[2] < self.low[2]:
            self.low = point
        elif point[2] > self.high[2]:
            self.high = point
        return ended + self.close() if self.seen >= self.window else ended

    def add_odd(self, point: Point) -> list[Point]:
        self.odd += 1
        if self.odd <= ODD_VALUES or self.odd & (self.odd - 1) == 0:
            return self.close() + self.keep([point])
        return []

    def close(self) -> list[Point]:
        """Return the extremes of the open window and begin another."""
        ends = sorted({p for p in (self.low, self.high) if p is not None})
        self.low = self.high = None
        self.seen = 0
        return self.keep(ends)

    def flush(self) -> list[Point]:
        """Return what is held back, the newest record included."""
        points = self.close()
        if self.last is not None and self.pending:
            points += self.keep([self.last])
        return points

    def overdue(self, seconds: float) -> list[Point]:
        """Return what has been held back for too long at this time of the run."""
        late = seconds - self.written > max(1.0, PATIENCE * seconds)
        return self.flush() if self.pending and late else []

    def keep(self, points: list[Point]) -> list[Point]:
        if points:
            self.kept += len(points)
            self.written = points[-1][0]
            self.pending = self.pending and self.last not in points
            if self.kept >= self.room.points:
                self.window, self.kept = self.window * 2, 0
        return points


@dataclass(slots=True)
class RichThinner:
    """Thins the records of one kind and name: the first, then ever fewer, then the last."""

    first: int
    stride: int = 1
    seen: int = 0
    kept: int = 0
    best: float = -math.inf
    held: tuple[float, Record] | None = field(default=None)

    def add(self, seconds: float, record: Record) -> bool:
        """Take a record; return whether it is kept now."""
        wanted = self.seen % self.stride == 0
        self.seen += 1
        if record["kind"] == "episode" and record["total"] > self.best:
            self.best, wanted = record["total"], True
        self.held = None if wanted else (seconds, record)
        if wanted:
            self.kept += 1
            if self.kept >= self.first:
                self.stride, self.kept = self.stride * 2, self.first // 2
        return wanted


def rich_thinner(kind: str) -> RichThinner:
    return RichThinner(RICH_FIRST.get(kind, RICH_OTHERS))
