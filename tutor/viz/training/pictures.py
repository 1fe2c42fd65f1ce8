"""What a run shows besides curves: images, tables, clouds, texts, histograms over time."""

from typing import Any

import numpy as np

from tutor.viz.axis import short
from tutor.viz.image import image, tiles
from tutor.viz.ink import Ink, Picture, Run, beside, picture_width, row
from tutor.viz.matrix import matrix
from tutor.viz.plane import field, plane
from tutor.viz.training.board import Board
from tutor.viz.typeset.text import wrap

MAX_TILES = 16
CLOUD = (46, 18)
"""Width and height of a scatter."""
HISTORY = (46, 8)


def pictures(board: Board, width: int) -> Picture:
    """Return the newest of everything that is no curve, in as many columns as fit."""
    parts: list[Picture] = []
    small = [r for r in board.of_kind("image") if is_small(r)][:MAX_TILES]
    if small:
        parts.append(weights(small, width))
    parts += [stack(r, width) for r in board.of_kind("image") if not is_small(r)]
    parts += [cloud(record, width) for record in board.of_kind("scatter")]
    for record in board.of_kind("confusion"):
        parts.append(confusion(record, width))
        if record.get("mistakes", {}).get("images"):
            parts.append(mistakes(record, width))
    parts += [table(record, width) for record in board.of_kind("matrix")]
    parts += [words(record, width) for record in board.of_kind("text")]
    return flowed(parts, width)


def histories(board: Board, width: int) -> Picture:
    """Return every histogram over time."""
    parts = [history(name, kept, min(width, HISTORY[0]), HISTORY[1])
             for name, kept in board.histories.items()]  # fmt: skip
    return flowed(parts, width)


def flowed(parts: list[Picture], width: int) -> Picture:
    """Return pictures side by side as long as they fit, then below."""
    rows: Picture = []
    line: Picture = []
    for part in parts:
        joined = beside(line, part, gap=3) if line else part
        if line and picture_width(joined) > width:
            rows += [*line, ()]
            line = part
        else:
            line = joined
    return [*rows, *line]


def heading(record: dict[str, Any]) -> tuple[Run, ...]:
    name = Run(str(record["name"]), Ink("accent", bold=True))
    return row(name, Run(f"  step {record['step']}", Ink("muted")))


def is_small(record: dict[str, Any]) -> bool:
    """Return whether an image is a single grey one, to be shown among others."""
    return "tiles" not in record and np.ndim(record["rows"]) == 2


def weights(images: list[dict[str, Any]], width: int) -> Picture:
    """Return small images side by side, captioned by what tells them apart."""
    arrays = [np.asarray(record["rows"]) for record in images]
    columns = max(1, min(len(arrays), width // (max(a.shape[1] for a in arrays) + 2), 8))
    title, captions = told_apart([str(record["name"]) for record in images])
    top = heading({"name": title, "step": images[0]["step"]})
    body = tiles(arrays, columns=columns, captions=captions, palette="diverging")
    return [top, *body]


def told_apart(names: list[str]) -> tuple[str, list[str]]:
    """Return what names have in common, and the words in which they differ."""
    if len(names) == 1:
        return names[0], [""]
    split = [name.split() for name in names]
    if len({len(w) for w in split}) > 1:
        return "images", names
    same = [len(set(column)) == 1 for column in zip(*split, strict=True)]
    title = " ".join(w if s else "…" for w, s in zip(split[0], same, strict=True))
    rest = [[w for w, s in zip(line, same, strict=True) if not s] for line in split]
    return title, [" ".join(line) for line in rest]


def stack(record: dict[str, Any], width: int) -> Picture:
    """Return a stack of images as tiles, or one image in colour."""
    if "tiles" in record:
        arrays = [np.asarray(tile) for tile in record["tiles"]]
        columns = max(1, min(len(arrays), width // (arrays[0].shape[1] + 1), 16))
        signed = min(float(a.min()) for a in arrays) < 0
        palette = "diverging" if signed else "grey"
        return [heading(record), *tiles(arrays, columns=columns, palette=palette)]  # type: ignore[arg-type]
    pixels = np.asarray(record["rows"], dtype=np.uint8)
    across = min(width, max(pixels.shape[1], 24), 60)
    deep = max(1, round(across * pixels.shape[0] / pixels.shape[1] / 2))
    return [heading(record), *image(pixels, width=across, height=deep)]


def confusion(record: dict[str, Any], width: int) -> Picture:
    counts = np.asarray(record["rows"])
    labels = [str(x) for x in record.get("labels") or range(len(counts))]
    wrong = counts.sum() - np.trace(counts)
    cell = 4 if width >= 4 * len(counts) + 6 else 3
    body = matrix(
        counts, row_labels=labels, column_labels=labels, cell_width=cell, digits=0
    )
    note = (
        f"{short(float(wrong))} of {short(float(counts.sum()))} wrong; rows are the truth"
    )
    return [heading(record), *body, row(Run(note, Ink("muted")))]


def mistakes(record: dict[str, Any], width: int) -> Picture:
    """Return the samples that were taken for something else."""
    found = record["mistakes"]
    arrays = [np.asarray(pixels) for pixels in found["images"]][:MAX_TILES]
    labels = record.get("labels") or range(len(record["rows"]))
    captions = [f"{labels[t]} as {labels[p]}"
                for t, p in zip(found["true"], found["predicted"], strict=True)]  # fmt: skip
    widest = max(max(a.shape[1] for a in arrays), max(map(len, captions))) + 2
    columns = max(1, min(len(arrays), width // widest, 8))
    head = row(Run(f"{record['name']}: mistaken", Ink("accent", bold=True)))
    return [head, *tiles(arrays, columns=columns, captions=captions)]


def cloud(record: dict[str, Any], width: int) -> Picture:
    """Return points of the plane, coloured by label."""
    points = np.asarray(record["points"], dtype=float).reshape(-1, 2)
    names = list(dict.fromkeys(record.get("labels") or []))
    classes = [names.index(label) for label in record.get("labels") or []]
    low, high = limits(points)
    body = plane(
        None, points, classes, width=min(width, CLOUD[0]), height=CLOUD[1],
        x_range=(low[0], high[0]), y_range=(low[1], high[1]), names=names[:10],
    )  # fmt: skip
    return [heading(record), *body]


def limits(points: Any) -> tuple[Any, Any]:
    """Return the least and greatest of each coordinate, with a margin."""
    if not len(points):
        return np.array([-1.0, -1.0]), np.array([1.0, 1.0])
    low, high = points.min(axis=0), points.max(axis=0)
    margin = 0.05 * np.maximum(high - low, 1e-9)
    return low - margin, high + margin


def table(record: dict[str, Any], width: int) -> Picture:
    """Return a small table, such as attention weights, as shaded cells."""
    values = np.asarray(record["rows"], dtype=float)
    columns = [str(c) for c in record.get("column_labels") or []]
    rows = [str(r) for r in record.get("row_labels") or []]
    lead = max(map(len, rows), default=0) + 1
    cell = max(4, min(7, (width - lead) // max(1, min(values.shape[1], 12)) - 1))
    body = matrix(values, row_labels=rows, column_labels=columns, cell_width=cell)
    return [heading(record), *body]


def words(record: dict[str, Any], width: int) -> Picture:
    """Return a tracked text, line by line."""
    lines = str(record["value"]).split("\n")[:12]
    rows: Picture = [heading(record)]
    for line in lines:
        rows += wrap([Run(line, Ink("text"))], min(width, 60))
    return rows


def history(name: str, kept: list[dict[str, Any]], width: int, height: int) -> Picture:
    """Return histograms over time: time runs right, the value up, more is brighter."""
    low = min(record["edges"][0] for record in kept)
    high = max(record["edges"][-1] for record in kept)
    lead = max(len(short(low)), len(short(high))) + 1
    shares = np.array([resampled(record, low, high, 2 * height) for record in kept])
    body = field(shares.T[::-1] ** 0.5, width=max(1, width - lead), height=height,
                 palette="sequential", low=0.0)  # fmt: skip
    marks = {0: short(high), height - 1: short(low)}
    rows = [row(Run(f"{marks.get(y, ''):>{lead - 1}} ", Ink("muted")), *line)
            for y, line in enumerate(body)]  # fmt: skip
    first, last = kept[0]["step"], kept[-1]["step"]
    tail = row(Run(f"{'':{lead}}steps {first} to {last}", Ink("muted")))
    return [row(Run(name, Ink("accent", bold=True))), *rows, tail]


def resampled(record: dict[str, Any], low: float, high: float, bins: int) -> Any:
    """Return a histogram's shares on `bins` equal bins from `low` to `high`."""
    edges = np.asarray(record["edges"], dtype=float)
    counts = np.asarray(record["counts"], dtype=float)
    total = counts.sum() or 1.0
    cumulated = np.concatenate([[0.0], np.cumsum(counts)]) / total
    grid = np.linspace(low, high if high > low else low + 1.0, bins + 1)
    return np.diff(np.interp(grid, edges, cumulated))
