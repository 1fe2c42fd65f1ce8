"""Runs beside each other, and bands over runs that differ by chance alone."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tutor.runs.run import Run, Series

MAX_STEPS = 400
"""Common steps of a band."""


@dataclass(frozen=True, slots=True)
class Band:
    """Median and range of several series at common steps; lists of one length."""

    name: str
    steps: list[float]
    median: list[float]
    low: list[float]
    high: list[float]
    count: int
    """Series that it summarises."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several runs' series by name."""

    labels: list[str]
    """One for each run, in the order they were given."""
    lines: dict[str, list[Series | None]]
    """For each name one series a run, of its last training; None where it has none."""
    bands: dict[str, Band]
    """For each name that at least two runs have."""


def compare(runs: Sequence[Run]) -> Comparison:
    """Return the last training of each run beside the others', names of all runs first.

    Raises:
        StoreError: one cannot be read.
    """
    found = [run.series() for run in runs]
    names = list(dict.fromkeys(name for series in found for name in series))
    names.sort(key=lambda name: -sum(name in series for series in found))
    lines: dict[str, list[Series | None]] = {
        name: [series[name][-1] if name in series else None for series in found]
        for name in names
    }
    bands = {name: band(name, [s for s in row if s]) for name, row in lines.items()}
    return Comparison(
        [run.info.label for run in runs],
        lines,
        {name: b for name, b in bands.items() if b is not None},
    )


def band(name: str, series: Iterable[Series]) -> Band | None:
    """Return median, least and greatest at steps that all series cover; None of fewer than two.

    Between its own steps a series is taken as straight; values that are not finite are left
    out, as are series without any other.
    """
    import numpy as np

    usable = [pair for s in series if len((pair := finite(s))[0]) > 0]
    if len(usable) < 2:
        return None
    start = max(steps[0] for steps, _ in usable)
    end = min(steps[-1] for steps, _ in usable)
    grid = sorted({step for steps, _ in usable for step in steps if start <= step <= end})
    if not grid:
        return None
    chosen = np.array(grid, dtype=float)
    if len(grid) > MAX_STEPS:
        chosen = chosen[np.linspace(0, len(grid) - 1, MAX_STEPS).round().astype(int)]
    rows = np.array([np.interp(chosen, steps, values) for steps, values in usable])
    return Band(
        name, chosen.tolist(), np.median(rows, axis=0).tolist(), rows.min(axis=0).tolist(),
        rows.max(axis=0).tolist(), len(usable),
    )  # fmt: skip


def finite(series: Series) -> tuple[list[int], list[float]]:
    """Return steps that rise and their finite values; of one step the last counts."""
    found = dict(zip(series.steps, series.values, strict=True))
    pairs = sorted((s, v) for s, v in found.items() if math.isfinite(v))
    return [s for s, _ in pairs], [v for _, v in pairs]
