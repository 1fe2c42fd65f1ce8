"""Diagnoses of a training while it runs: what an experienced eye would say of its curves.

`Watchers` takes checked records and returns findings. Each watcher is pure and incremental:
it keeps a few numbers a series, never the series. By which names series are known is said
in `tutor.track.records`. Nothing here imports torch or knows a screen.
"""

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.watching import Watchers

__all__ = ["Evidence", "Finding", "Severity", "Watchers"]
