"""A run's records, kept bounded, in the shape that its pictures need."""

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from tutor.track.records import Trainings

MAX_POINTS = 4000
"""Points kept of a curve; beyond that every other one is dropped, again and again."""
MAX_HISTORY = 64
"""Histograms kept of a name, thinned in the same way."""
MAX_EPISODES = 400
MAX_NAMES = 256
"""Different names of one kind; more are not shown."""
Axis = Literal["step", "seconds"]


@dataclass
class Curve:
    """One tracked number over steps and seconds."""

    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    stride: int = 1
    seen: int = 0

    def add(self, step: int, value: float, seconds: float) -> None:
        if self.seen % self.stride == 0 or not np.isfinite(value):
            self.steps.append(step)
            self.values.append(value)
            self.seconds.append(seconds)
        self.seen += 1
        if len(self.steps) > MAX_POINTS:
            del self.steps[1::2], self.values[1::2], self.seconds[1::2]
            self.stride *= 2

    def along(self, axis: Axis) -> list[Any]:
        return self.steps if axis == "step" else self.seconds


@dataclass
class Board:
    """All that a run has tracked so far."""

    curves: dict[str, Curve] = field(default_factory=dict)
    newest: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """The last picture, table or text of each kind and name."""
    histories: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Histograms of each name, oldest first."""
    knobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    episodes: list[tuple[int, float, dict[str, Any]]] = field(default_factory=list)
    """Training, seconds and record of each episode kept."""
    step: int = 0
    trainings: Trainings = field(default_factory=Trainings)
    earlier: dict[str, Curve] = field(default_factory=dict)
    """The curves of the training before."""

    @property
    def run(self) -> int:
        """Return which training this check is at; one check may train several times."""
        return self.trainings.number

    @property
    def is_empty(self) -> bool:
        return not (self.curves or self.newest or self.histories or self.episodes)

    def take(self, items: list[Any], seconds: float = 0.0) -> None:
        """Add records, in the order they were made, and when they came."""
        for item in items:
            before = self.trainings.number
            if self.trainings.of(item) != before:
                self.earlier = self.curves
                self.curves = {}
            self.put(item, seconds)

    def put(self, item: dict[str, Any], seconds: float) -> None:
        kind, name = item["kind"], item["name"]
        if kind == "scalar":
            if name in self.curves or len(self.curves) < MAX_NAMES:
                self.step = int(item["step"])
                curve = self.curves.setdefault(name, Curve())
                curve.add(self.step, float(item["value"]), seconds)
        elif kind == "knob":
            self.knobs[name] = item
        elif kind == "histogram":
            thin(self.histories.setdefault(name, []), item, MAX_HISTORY)
        elif kind == "episode":
            thin(self.episodes, (self.run, seconds, item), MAX_EPISODES)
        elif (kind, name) in self.newest or len(self.newest) < MAX_NAMES:
            self.newest[kind, name] = item

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        """Return the newest records of a kind."""
        return [record for (k, _), record in self.newest.items() if k == kind]

    def panels(self, *, layers: bool = False) -> list[tuple[str, list[str]]]:
        """Return titles of charts, each with its curves.

        Args:
            layers: the curves by layer, grouped by what stands before the slash; else the
                others, those that share a last word in one chart.
        """
        groups: dict[str, list[str]] = {}
        for name in self.curves:
            head, slash, _ = name.partition("/")
            if bool(slash) == layers:
                groups.setdefault(head if slash else name.split()[-1], []).append(name)
        return list(groups.items())


def thin(kept: list[Any], item: Any, most: int) -> None:
    """Append, and when there are too many drop every other of the older half."""
    kept.append(item)
    if len(kept) > most:
        del kept[1 : most // 2 : 2]
