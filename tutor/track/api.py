"""Numbers, texts and knobs of a run; see the package's docstring."""

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from tutor.track.records import MAX_BINS, MAX_CHOICES, MAX_TEXT
from tutor.track.state import obey, put, target

Choice = TypeVar("Choice", float, str)


def scalar(name: str, value: Any, step: int) -> None:
    """Track one number, such as a loss, at a step.

    Steps rise; one that is smaller than the last of its series begins another training.
    """
    write = target.write
    if write is not None and write(name, value, step):
        obey()


def histogram(name: str, values: Any, step: int, bins: int = 30) -> None:
    """Track the distribution of an array's finite values.

    Args:
        name: what the values are.
        values: any shape.
        step: of the training.
        bins: of equal width, at most 200.
    """
    if target.ring is not None:
        put("histogram", name, step, **distribution(values, bins))


def distribution(values: Any, bins: int = 30) -> dict[str, list[float]]:
    """Return counts and edges of the finite values."""
    import numpy as np

    flat = np.asarray(values, dtype=float).ravel()
    finite = flat[np.isfinite(flat)]
    counts, edges = np.histogram(finite, bins=min(int(bins), MAX_BINS))
    return {"counts": counts.tolist(), "edges": edges.tolist()}


def text(name: str, value: str, step: int = 0) -> None:
    """Track a short text, such as a sample; cut at 2,000 characters."""
    if target.ring is not None:
        put("text", name, step, value=str(value)[:MAX_TEXT])


def knob(
    name: str,
    default: Choice,
    low: float = 0.0,
    high: float = 0.0,
    choices: Sequence[str] = (),
) -> Choice:
    """Return a value that the watcher may change while the run goes on.

    Read it anew at each step.

    Args:
        name: what it is, such as ``lr``.
        default: the value until it is changed, and outside the tool.
        low: least number.
        high: greatest number.
        choices: of a text, what it may be: at most 20.
    """
    ring = target.ring
    if ring is None:
        return default
    if name not in target.knobs:
        target.knobs.add(name)
        announce(name, default, low, high, choices)
    value = ring.control().get(name, default)
    if isinstance(default, str):
        return value if isinstance(value, str) and value in choices else default
    if isinstance(value, int | float) and math.isfinite(value):
        return type(default)(min(max(value, low), high))
    return default


def announce(
    name: str, default: Any, low: float, high: float, choices: Sequence[str]
) -> None:
    if isinstance(default, str):
        put("knob", name, 0, value=default, choices=list(choices)[:MAX_CHOICES])
    else:
        put("knob", name, 0, value=default, low=low, high=high)
