"""What learner code calls; see the package's docstring."""

import math
import time
from typing import Any

from tutor.track.ring import PAUSED, STATE, STOPPED, Ring

MAX_SIDE = 128
"""Longest side of a tracked image or confusion matrix, in entries."""

_ring: Ring | None = None
_knobs: set[str] = set()


class Stopped(Exception):
    """The watcher asked the run to stop."""


def connect(ring: Ring | None) -> None:
    """Send what is tracked to `ring` from now on; None makes everything a no-op."""
    global _ring
    _ring = ring
    _knobs.clear()


def scalar(name: str, value: Any, step: int) -> None:
    """Track one number, such as a loss, at a step."""
    if _ring is not None:
        _ring.put_scalar(name, float(value), int(step))
        obey(_ring)


def image(name: str, pixels: Any, step: int = 0) -> None:
    """Track a grey image, shape (H, W), any range of values."""
    if _ring is not None:
        put_array(_ring, "image", name, pixels, step)


def confusion(name: str, counts: Any, step: int = 0) -> None:
    """Track a confusion matrix, shape (C, C), rows the true class."""
    if _ring is not None:
        put_array(_ring, "confusion", name, counts, step)


def histogram(name: str, values: Any, step: int, bins: int = 30) -> None:
    """Track the distribution of an array's finite values."""
    if _ring is None:
        return
    import numpy as np

    flat = np.asarray(values, dtype=float).ravel()
    finite = flat[np.isfinite(flat)]
    counts, edges = np.histogram(finite, bins=bins)
    body = {"counts": counts.tolist(), "edges": edges.tolist()}
    _ring.put_rich({"kind": "histogram", "name": name, "step": int(step), **body})


def text(name: str, value: str, step: int = 0) -> None:
    """Track a short text, such as a sample; cut at 2,000 characters."""
    if _ring is not None:
        body = {"kind": "text", "name": name, "step": int(step), "value": value[:2000]}
        _ring.put_rich(body)


def knob(name: str, default: float, low: float, high: float) -> float:
    """Return a value that the watcher may change while the run goes on."""
    if _ring is None:
        return default
    if name not in _knobs:
        _knobs.add(name)
        body = {"value": default, "low": low, "high": high}
        _ring.put_rich({"kind": "knob", "name": name, "step": 0, **body})
    value = _ring.control().get(name, default)
    if isinstance(value, int | float) and math.isfinite(value):
        return min(max(float(value), low), high)
    return default


def put_array(ring: Ring, kind: str, name: str, values: Any, step: int) -> None:
    import numpy as np

    array = np.asarray(values, dtype=float)
    if array.ndim != 2 or max(array.shape, default=0) > MAX_SIDE:
        raise ValueError(
            f"track.{kind} takes an array (H, W) of at most {MAX_SIDE} a side, "
            f"not one of shape {array.shape}"
        )
    rows = np.nan_to_num(np.round(array, 4)).tolist()
    ring.put_rich({"kind": kind, "name": name, "step": int(step), "rows": rows})


def obey(ring: Ring) -> None:
    """Wait while the watcher has paused the run.

    Raises:
        Stopped: the watcher ended it.
    """
    state = ring.word(STATE)
    while state == PAUSED:
        time.sleep(0.02)
        state = ring.word(STATE)
    if state == STOPPED:
        raise Stopped("the run was stopped")
