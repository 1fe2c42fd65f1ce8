"""From whatever stands in the ring to a sound record, or none.

Learner code owns the memory that records come from. What passes here has the form that
`tutor.track.records` promises, so that nothing behind it needs to look again.
"""

import math
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, cast

from tutor.track import records
from tutor.track.episode import unpacked
from tutor.track.records import Record

MAX_STEP = (1 << 53) - 1
MAX_FRAME_SIDE = 64
MAX_LENGTH = 1 << 40
MAX_SIZE = 1e300
"""Larger numbers are as good as infinite, and cannot be added or squared."""
WORDS = ("nan", "inf", "-inf")

Clean = Callable[[str], str]


class Unsound(ValueError):
    """A record is not in the agreed form."""


def checked(item: Any, clean: Clean = str) -> Record | None:
    """Return the record in `item`, all of whose texts went through `clean`."""
    try:
        kind = item["kind"]
        head = {
            "kind": kind,
            "name": text(item["name"], clean, records.MAX_NAME),
            "step": whole(item["step"]),
        }
        return cast(Record, head | BODIES[kind](item, clean))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def need(holds: bool) -> None:
    if not holds:
        raise Unsound


def whole(value: Any, low: int = -MAX_STEP, high: int = MAX_STEP) -> int:
    need(type(value) is int and low <= value <= high)
    return int(value)


def number(value: Any) -> float:
    need(type(value) in (int, float) and -MAX_SIZE < value < MAX_SIZE)
    return float(value)


def text(value: Any, clean: Clean, limit: int) -> str:
    need(type(value) is str)
    return clean(value[:limit])


def listed(value: Any, limit: int) -> list[Any]:
    need(type(value) is list and len(value) <= limit)
    return cast(list[Any], value)


def numbers(value: Any, limit: int) -> list[float]:
    return [number(item) for item in listed(value, limit)]


def texts(value: Any, clean: Clean, limit: int, length: int = 60) -> list[str]:
    return [text(item, clean, length) for item in listed(value, limit)]


def table(value: Any, side: int = records.MAX_SIDE) -> list[list[float]]:
    """Return rows of numbers, all of one length, at least one of each."""
    rows = [numbers(row, side) for row in listed(value, side)]
    need(bool(rows) and bool(rows[0]) and len({len(row) for row in rows}) == 1)
    return rows


def stack(value: Any, limit: int) -> list[list[list[float]]]:
    """Return tables of one size."""
    tiles = [table(tile) for tile in listed(value, limit)]
    need(len({(len(t), len(t[0])) for t in tiles}) <= 1)
    need(not tiles or len(tiles) * len(tiles[0]) * len(tiles[0][0]) <= records.MAX_ENTRIES)
    return tiles


def scalar(item: Any, _: Clean) -> dict[str, Any]:
    value = item["value"]
    if type(value) is str and value in WORDS:
        return {"value": value}
    number_ = float(value) if type(value) in (int, float) else None
    need(number_ is not None)
    return {"value": number_ if math.isfinite(cast(float, number_)) else str(number_)}


def histogram(item: Any, _: Clean) -> dict[str, Any]:
    counts = numbers(item["counts"], records.MAX_BINS)
    edges = numbers(item["edges"], records.MAX_BINS + 1)
    need(len(edges) == len(counts) + 1 and edges == sorted(edges) and bool(counts))
    return {"counts": counts, "edges": edges}


def image(item: Any, _: Clean) -> dict[str, Any]:
    if "tiles" in item:
        tiles = stack(item["tiles"], records.MAX_ENTRIES)
        need(len(tiles) >= 2)
        return {"rows": tiles[0], "tiles": tiles}
    rows = listed(item["rows"], records.MAX_SIDE)
    if rows and type(rows[0]) is list and rows[0] and type(rows[0][0]) is list:
        need(len({len(listed(row, records.MAX_SIDE)) for row in rows}) == 1)
        return {"rows": [[colour(pixel) for pixel in row] for row in rows]}
    return {"rows": table(rows)}


def colour(pixel: Any) -> list[int]:
    need(len(listed(pixel, 3)) == 3)
    return [whole(part, 0, 255) for part in pixel]


def short_text(item: Any, clean: Clean) -> dict[str, Any]:
    return {"value": text(item["value"], clean, records.MAX_TEXT)}


def confusion(item: Any, clean: Clean) -> dict[str, Any]:
    rows = table(item["rows"])
    body: dict[str, Any] = {"rows": rows}
    need(len(rows) == len(rows[0]))
    if "labels" in item:
        body["labels"] = texts(item["labels"], clean, records.MAX_SIDE)
        need(len(body["labels"]) == len(rows))
    if "mistakes" in item:
        body["mistakes"] = mistakes(item["mistakes"], len(rows))
    return body


def mistakes(item: Any, classes: int) -> dict[str, Any]:
    images = stack(item["images"], records.MAX_MISTAKES)
    found: dict[str, Any] = {"images": images}
    for name in ("true", "predicted"):
        found[name] = [whole(label, 0, classes - 1) for label in listed(item[name], 99)]
        need(len(found[name]) == len(images))
    return found


def scatter(item: Any, clean: Clean) -> dict[str, Any]:
    points = [numbers(point, 2) for point in listed(item["points"], records.MAX_POINTS)]
    need(all(len(point) == 2 for point in points))
    body: dict[str, Any] = {"points": points}
    if "labels" in item:
        body["labels"] = texts(item["labels"], clean, records.MAX_POINTS)
        need(len(body["labels"]) == len(points))
    return body


def matrix(item: Any, clean: Clean) -> dict[str, Any]:
    rows = table(item["rows"])
    body: dict[str, Any] = {"rows": rows}
    for name, count in (("row_labels", len(rows)), ("column_labels", len(rows[0]))):
        if name in item:
            body[name] = texts(item[name], clean, records.MAX_SIDE)
            need(len(body[name]) == count)
    return body


def knob(item: Any, clean: Clean) -> dict[str, Any]:
    if "choices" in item:
        choices = texts(item["choices"], clean, records.MAX_CHOICES)
        chosen = text(item["value"], clean, 60)
        need(chosen in choices)
        return {"value": chosen, "choices": choices}
    low, high, value = (number(item[key]) for key in ("low", "high", "value"))
    need(low <= high)
    return {"value": value, "low": low, "high": high}


def episode(item: Any, clean: Clean) -> dict[str, Any]:
    rewards = numbers(item["rewards"], records.MAX_EPISODE)
    steps = len(rewards)
    body: dict[str, Any] = {
        "number": whole(item["number"], 0),
        "length": whole(item["length"], steps, MAX_LENGTH),
        "total": number(item["total"]),
        "rewards": rewards,
        "actions": [few(action) for action in exactly(item["actions"], steps)],
    }
    for name in ("terminated", "truncated", "discrete"):
        need(type(item[name]) is bool)
        body[name] = item[name]
    body["observations"] = observations(item, steps)
    if "values" in item:
        body["values"] = [few(value) for value in exactly(item["values"], steps)]
    if "probabilities" in item:
        given = exactly(item["probabilities"], steps)
        body["probabilities"] = [numbers(p, records.MAX_STATE) for p in given]
    if "map" in item:
        body["map"] = texts(item["map"], clean, records.MAX_SIDE, records.MAX_SIDE)
    if "frames" in item:
        body["frames"] = frames(item["frames"], steps)
    return body


def observations(item: Any, steps: int) -> list[Any]:
    found = listed(item["observations"], steps + 1)
    if item["discrete"]:
        return [whole(state) for state in found]
    vectors = [numbers(state, records.MAX_STATE) for state in found]
    need(len({len(vector) for vector in vectors}) <= 1)
    return vectors


def exactly(value: Any, count: int) -> list[Any]:
    need(len(listed(value, count)) == count)
    return cast(list[Any], value)


def few(value: Any) -> Any:
    """Return a number, or a short list of numbers."""
    if type(value) is list:
        return numbers(value, records.MAX_STATE)
    return value if type(value) is int and abs(value) <= MAX_STEP else number(value)


def frames(item: Any, steps: int) -> dict[str, Any]:
    height, width = (whole(item[key], 1, MAX_FRAME_SIDE) for key in ("height", "width"))
    at = [whole(step, 0, steps) for step in listed(item["at"], records.MAX_FRAMES)]
    need(bool(at) and all(a < b for a, b in pairwise(at)))
    need(type(item["data"]) is str)
    unpacked(item["data"], 3 * height * width * len(at))
    return {"height": height, "width": width, "at": at, "data": item["data"]}


BODIES: dict[str, Callable[[Any, Clean], dict[str, Any]]] = {
    "scalar": scalar,
    "histogram": histogram,
    "image": image,
    "text": short_text,
    "confusion": confusion,
    "scatter": scatter,
    "matrix": matrix,
    "knob": knob,
    "episode": episode,
}


def all_checked(items: Iterable[Any], clean: Clean = str) -> list[Record]:
    """Return the sound ones among `items`, in order."""
    return [record for item in items if (record := checked(item, clean)) is not None]
