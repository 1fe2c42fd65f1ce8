"""A series in few numbers: its beginning, its newest values, and blocks of all between."""

import math
from collections import deque
from dataclasses import dataclass, field

MAX_BLOCKS = 64
FIRST = 20
RECENT = 100


@dataclass(slots=True)
class Block:
    """Some neighbouring values: how many, their sum and sum of squares, and where they start."""

    count: int
    total: float
    squares: float
    step: int

    @property
    def mean(self) -> float:
        return self.total / self.count

    @property
    def variance(self) -> float:
        return max(0.0, self.squares / self.count - self.mean**2)


@dataclass(slots=True)
class History:
    """What is kept of a series; values that are not finite are left out."""

    count: int = 0
    first: list[float] = field(default_factory=list)
    recent: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))
    blocks: list[Block] = field(default_factory=list)
    size: int = 1
    """Values in a full block."""
    step: int = 0
    high: float = -math.inf
    low: float = math.inf

    def add(self, step: int, value: float) -> None:
        if not math.isfinite(value) or abs(value) > 1e100:
            return
        self.count += 1
        self.step = step
        self.low, self.high = min(self.low, value), max(self.high, value)
        self.recent.append(value)
        if len(self.first) < FIRST:
            self.first.append(value)
        if self.blocks and self.blocks[-1].count < self.size:
            last = self.blocks[-1]
            last.count += 1
            last.total += value
            last.squares += value * value
        else:
            self.blocks.append(Block(1, value, value * value, step))
            if len(self.blocks) > MAX_BLOCKS:
                self.merge()

    def merge(self) -> None:
        """Make one block of each two, but for the newest."""
        pairs = zip(self.blocks[:-1:2], self.blocks[1:-1:2], strict=True)
        joined = [
            Block(a.count + b.count, a.total + b.total, a.squares + b.squares, a.step)
            for a, b in pairs
        ]
        self.blocks = [*joined, self.blocks[-1]]
        self.size *= 2

    def start(self, count: int = 5) -> float:
        """Return the mean of the first values; NaN of none."""
        return mean(self.first[:count])

    def now(self, count: int = 20) -> float:
        """Return the mean of the newest values; NaN of none."""
        return mean(list(self.recent)[-count:])

    def between(self, low: float, high: float) -> Block:
        """Return the blocks of a part of the series as one; shares in [0, 1]."""
        size = len(self.blocks)
        part = self.blocks[int(low * size) : max(int(low * size) + 1, int(high * size))]
        return Block(
            sum(b.count for b in part),
            sum(b.total for b in part),
            sum(b.squares for b in part),
            part[0].step,
        )


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else math.nan


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else math.nan
