"""Runs kept on disk: written while they go on, listed, replayed, compared, exported.

A run is two files in one folder: ``ID.run``, the log of its records, and ``ID.json``, what a
list shows of it. `docs/runs.md` describes both. Nothing here knows screens or charts.
"""

from tutor.runs.comparing import Band, Comparison, band, compare
from tutor.runs.info import RunInfo
from tutor.runs.library import Runs
from tutor.runs.run import Run, Series
from tutor.runs.writer import RunWriter

__all__ = [
    "Band",
    "Comparison",
    "Run",
    "RunInfo",
    "RunWriter",
    "Runs",
    "Series",
    "band",
    "compare",
]
