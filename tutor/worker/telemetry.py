"""From the ring that learner code writes to the records that the app is sent."""

import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from tutor.protocol import Records
from tutor.track.checking import checked
from tutor.track.ring import DROPPED, Ring
from tutor.worker.replies import clean

EVERY = 1 / 15
"""Seconds between two batches: a screen shows no more."""
MAX_READ = 4000
"""Entries of the ring read at once, so that the judge has time for all else; what a flood
writes beyond 60,000 a second finds the ring full and is dropped by its writer."""
MAX_SCALARS = 1000
"""Numbers sent at once; the series of a batch that has more are thinned."""
MAX_NAMES = 1024
"""Names of one run, so that nothing behind the judge grows with them."""
MAX_OF_A_NAME = 8
"""Records of one kind and name, that are no numbers, sent at once: the newest."""
MAX_RICH_BYTES = 1 << 21
"""Sent at once of records that are no numbers, by their length as Python writes them."""


class Telemetry:
    """Reads a ring at most so often, checks what it holds, and bounds what is sent.

    Args:
        ring: written by the learner process, in whatever way it likes.
        send: takes each batch.
    """

    def __init__(self, ring: Ring, send: Callable[[Records], None]) -> None:
        self.ring = ring
        self.send = send
        self.sent = 0.0
        self.names: set[tuple[str, str]] = set()
        self.lost = 0
        """Records left out here, beside those the ring had no room for."""

    def forward(self, *, all_of_it: bool = False) -> None:
        """Send what is new, unless something was sent just now."""
        now = time.monotonic()
        if all_of_it or now - self.sent >= EVERY:
            self.sent = now
            if items := self.batch():
                dropped = min(self.ring.word(DROPPED) + self.lost, (1 << 53) - 1)
                self.send(Records(items, dropped))

    def batch(self) -> list[dict[str, Any]]:
        """Return the checked records since the last time, in order and not too many."""
        rich: dict[tuple[str, str], list[tuple[int, Any]]] = {}
        series: dict[str, list[tuple[int, Any]]] = {}
        texts: dict[str, str] = {}
        for place, item in enumerate(self.ring.take(MAX_READ)):
            record: Any = checked(item, lambda text: known(texts, text))
            if record is None:
                continue
            if not self.is_known((record["kind"], record["name"])):
                self.lost += 1
                continue
            if record["kind"] == "scalar":
                series.setdefault(record["name"], []).append((place, record))
            else:
                of_a_name = rich.setdefault((record["kind"], record["name"]), [])
                of_a_name.append((place, record))
                if record["kind"] != "episode" and len(of_a_name) > MAX_OF_A_NAME:
                    del of_a_name[0]
                    self.lost += 1
        numbers = [pair for part in self.thinned(series) for pair in part]
        placed = numbers + self.within(pair for part in rich.values() for pair in part)
        return [record for _, record in sorted(placed, key=lambda pair: pair[0])]

    def is_known(self, name: tuple[str, str]) -> bool:
        """Return whether a kind and name is among the first `MAX_NAMES` of this run."""
        if name not in self.names and len(self.names) < MAX_NAMES:
            self.names.add(name)
        return name in self.names

    def thinned(
        self, series: dict[str, list[tuple[int, Any]]]
    ) -> Iterable[list[tuple[int, Any]]]:
        """Yield each series with its share of `MAX_SCALARS`: extremes, odd values, the last."""
        if sum(map(len, series.values())) <= MAX_SCALARS:
            yield from series.values()
            return
        share = max(4, MAX_SCALARS // len(series))
        for points in list(series.values())[:MAX_SCALARS]:
            yield thin(points, share) if len(points) > share else points

    def within(self, placed: Iterable[tuple[int, Any]]) -> list[tuple[int, Any]]:
        """Return the newest that together are not too long."""
        kept, room = [], MAX_RICH_BYTES
        for place, record in sorted(placed, key=lambda pair: -pair[0]):
            room -= len(repr(record))
            if room < 0:
                self.lost += 1
            else:
                kept.append((place, record))
        return kept


def thin(points: list[tuple[int, Any]], share: int) -> list[tuple[int, Any]]:
    """Return at most about `share` points: of each window the lowest and the highest.

    The last point stays, as do the first that is not finite and the first of a training.
    """
    size = -(-2 * len(points) // share)
    kept: dict[int, tuple[int, Any]] = {}
    for start in range(0, len(points), size):
        window = points[start : start + size]
        finite = [pair for pair in window if type(pair[1]["value"]) is float]
        odd = [pair for pair in window if type(pair[1]["value"]) is str][:1]
        ends = (min(finite, key=value), max(finite, key=value)) if finite else ()
        kept |= {pair[0]: pair for pair in (*ends, *odd)}
    kept[points[-1][0]] = points[-1]
    for (_, before), pair in pairwise(points):
        if pair[1]["step"] < before["step"] and len(kept) < 2 * share:
            kept[pair[0]] = pair
    return [kept[place] for place in sorted(kept)]


def value(pair: tuple[int, Any]) -> float:
    return float(pair[1]["value"])


def known(texts: dict[str, str], text: str) -> str:
    """Return a text fit to be shown; names come again and again."""
    if (found := texts.get(text)) is None:
        found = texts[text] = clean(text)
    return found
