"""A run's tracked records, kept bounded, and the board of charts drawn from them."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tutor.viz.axis import short
from tutor.viz.chart import line_chart
from tutor.viz.image import tiles
from tutor.viz.ink import Ink, Picture, Run, beside, picture_width, row
from tutor.viz.matrix import matrix
from tutor.viz.series import Series, smooth
from tutor.viz.typeset.text import wrap

MAX_POINTS = 4000
"""Points kept of a curve; beyond that every other one is dropped, again and again."""
MAX_TILES = 16
CHART_WIDTH = 44
"""Narrowest useful chart; as many stand side by side as fit."""


@dataclass
class Curve:
    """One tracked number over steps, thinned evenly when it grows too long."""

    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    stride: int = 1
    seen: int = 0

    def add(self, step: int, value: float) -> None:
        if self.seen % self.stride == 0 or not np.isfinite(value):
            self.steps.append(step)
            self.values.append(value)
        self.seen += 1
        if len(self.steps) > MAX_POINTS:
            self.steps, self.values = self.steps[::2], self.values[::2]
            self.stride *= 2


@dataclass
class Board:
    """All that a run has tracked so far."""

    curves: dict[str, Curve] = field(default_factory=dict)
    newest: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The last image, confusion matrix or text of each name."""
    step: int = 0
    run: int = 1
    """How many trainings this check has begun: steps that start again begin another."""
    earlier: dict[str, Curve] = field(default_factory=dict)
    """The curves of the training before."""

    @property
    def names(self) -> list[str]:
        return [*self.curves, *self.newest]

    def take(self, items: list[dict[str, Any]]) -> None:
        """Add records, in the order they were made."""
        for item in items:
            if item["kind"] != "scalar":
                self.newest[item["name"]] = item
                continue
            curve = self.curves.setdefault(item["name"], Curve())
            step = int(item["step"])
            if curve.steps and step < curve.steps[-1]:
                curve = self.begin_run(item["name"])
            self.step = step
            curve.add(step, float(item["value"]))

    def begin_run(self, name: str) -> Curve:
        """Put the curves so far behind a new run; return its curve called `name`."""
        self.run += 1
        self.earlier, self.curves = self.curves, {key: Curve() for key in self.curves}
        return self.curves[name]

    def panels(self) -> list[tuple[str, list[str]]]:
        """Return charts in order: curves that share a last word share a chart."""
        groups: dict[str, list[str]] = {}
        for name in self.curves:
            groups.setdefault(name.split()[-1], []).append(name)
        return list(groups.items())


def board_picture(
    board: Board, width: int, height: int, *, log_y: bool, smoothing: float, zoom: int
) -> Picture:
    """Return all charts in a grid, or one large, with the newest pictures below."""
    panels = board.panels()
    if 0 <= zoom < len(panels):
        return chart(board, *panels[zoom], width, height, log_y=log_y, smoothing=smoothing)
    extras = pictures(board, width)
    across = max(1, min(len(panels), width // CHART_WIDTH)) if panels else 1
    deep = -(-len(panels) // across) if panels else 0
    room = height - len(extras)
    tall = max(8, min(18, room // max(1, deep)))
    share = (width - 2 * (across - 1)) // across
    rows: Picture = []
    for start in range(0, len(panels), across):
        group = [
            chart(board, title, names, share, tall, log_y=log_y, smoothing=smoothing)
            for title, names in panels[start : start + across]
        ]
        rows += beside(*group, gap=2)
    return [*rows, *extras]


def chart(
    board: Board, title: str, names: list[str], width: int, height: int,
    *, log_y: bool, smoothing: float,
) -> Picture:  # fmt: skip
    series = []
    for name in names:
        if (before := board.earlier.get(name)) and before.steps:
            series.append(Series("before", before.steps, before.values, ink_token="faint"))
    for name in names:
        curve = board.curves[name]
        values = smooth(curve.values, smoothing) if smoothing else curve.values
        label = name.removesuffix(title).strip() or name
        series.append(Series(label, curve.steps, values))
    note = f"{title} (smoothed {smoothing:g})" if smoothing else title
    return line_chart(
        series, width=width, height=height, log_y=log_y, title=note, x_label="step"
    )


def pictures(board: Board, width: int) -> Picture:
    """Return the newest images as tiles, beside the newest confusion matrix."""
    images = [r for r in board.newest.values() if r["kind"] == "image"][:MAX_TILES]
    parts: list[Picture] = []
    for record in board.newest.values():
        if record["kind"] == "confusion":
            parts.append(confusion(record))
        elif record["kind"] == "text":
            lines = wrap([Run(str(record["value"]), Ink("text"))], min(width, 60))
            parts.append([heading(record), *lines])
    if images:
        parts.insert(0, weights(images, width))
    rows: Picture = []
    for part in parts:
        joined = beside(rows, part, gap=3) if rows else part
        rows = joined if picture_width(joined) <= width else [*rows, (), *part]
    return rows


def heading(record: dict[str, Any]) -> tuple[Run, ...]:
    name = Run(str(record["name"]), Ink("accent", bold=True))
    return row(name, Run(f"  step {record['step']}", Ink("muted")))


def confusion(record: dict[str, Any]) -> Picture:
    counts = np.asarray(record["rows"])
    labels = [str(i) for i in range(len(counts))]
    wrong = counts.sum() - np.trace(counts)
    body = matrix(counts, row_labels=labels, column_labels=labels, cell_width=4, digits=0)
    note = (
        f"{short(float(wrong))} of {short(float(counts.sum()))} wrong; rows are the truth"
    )
    return [heading(record), *body, row(Run(note, Ink("muted")))]


def weights(images: list[dict[str, Any]], width: int) -> Picture:
    arrays = [np.asarray(record["rows"]) for record in images]
    columns = max(1, min(len(arrays), width // (max(a.shape[1] for a in arrays) + 2), 8))
    title, captions = told_apart([str(record["name"]) for record in images])
    top = heading({"name": title, "step": images[0]["step"]})
    body = tiles(arrays, columns=columns, captions=captions, palette="diverging")
    return [top, *body]


def told_apart(names: list[str]) -> tuple[str, list[str]]:
    """Return what names have in common, and the words in which they differ."""
    words = [name.split() for name in names]
    if len(names) == 1 or len({len(w) for w in words}) > 1:
        return "images", names
    same = [len(set(column)) == 1 for column in zip(*words, strict=True)]
    title = " ".join(w if s else "…" for w, s in zip(words[0], same, strict=True))
    rest = [[w for w, s in zip(line, same, strict=True) if not s] for line in words]
    return title, [" ".join(line) for line in rest]
