"""All watchers on one run."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from tutor.track.records import Trainings
from tutor.watchers.finding import Finding


class Watcher(Protocol):
    """Looks for one illness in one training."""

    def take(self, name: str, step: int, value: float) -> None:
        """Read one number of a series; `name` is in lower case."""

    def finding(self) -> Finding | None:
        """Return what is found as things stand; None when there is nothing."""


Make = Callable[[], Watcher]


def all_watchers() -> list[Make]:
    """Return how to make each watcher; imported late, since a front end may never run one."""
    from tutor.watchers.nonfinite import NonFinite

    return [NonFinite]


class Watchers:
    """Watches one run; a training that begins anew is watched anew."""

    def __init__(self, makers: list[Make] | None = None) -> None:
        self.makers = all_watchers() if makers is None else makers
        self.trainings = Trainings()
        self.watchers = [make() for make in self.makers]
        self.standing: dict[tuple[str, int], Finding] = {}
        """Every finding that stands, by key; of earlier trainings too."""

    def take(self, records: Iterable[Any]) -> list[Finding]:
        """Read checked records; return the findings that are new, changed or withdrawn.

        A finding is returned once when it is raised, again only when its severity or its layer
        changes, and once more, `withdrawn`, when the training has recovered.
        """
        news: list[Finding] = []
        for record in records:
            if record["kind"] != "scalar":
                continue
            before = self.trainings.number
            if self.trainings.of(record) != before:
                news += self.look(before)
                self.watchers = [make() for make in self.makers]
            name, value = record["name"].lower(), float(record["value"])
            for watcher in self.watchers:
                watcher.take(name, record["step"], value)
        return news + self.look(self.trainings.number)

    def look(self, training: int) -> list[Finding]:
        """Return what has changed since the last look at a training."""
        news, seen = [], set()
        for watcher in self.watchers:
            if (found := watcher.finding()) is None:
                continue
            found = dataclasses.replace(found, training=training)
            seen.add(found.key)
            old = self.standing.get(found.key)
            if old is None or (old.severity, old.layer) != (found.severity, found.layer):
                news.append(found)
                self.standing[found.key] = found
        for key, old in list(self.standing.items()):
            if key[1] == training and key not in seen:
                del self.standing[key]
                news.append(dataclasses.replace(old, withdrawn=True))
        return news
