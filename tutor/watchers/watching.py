"""All watchers on one run."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Protocol

from tutor.track.records import Trainings
from tutor.watchers.finding import Finding
from tutor.watchers.naming import Reading, role_of

MAX_STANDING = 200
"""Findings that are remembered of all trainings of a run."""


class Watcher(Protocol):
    """Looks for one illness in one training."""

    roles: ClassVar[tuple[str, ...]]
    """What it wants to read; see `tutor.watchers.naming`."""

    def take(self, reading: Reading) -> None:
        """Read one number."""

    def finding(self) -> Finding | None:
        """Return what is found as things stand; None when there is nothing."""


Make = Callable[[], Watcher]


def all_watchers() -> list[Make]:
    """Return how to make each watcher; imported late, since a front end may never run one."""
    from tutor.watchers.adversarial import DiscriminatorTooStrong, ModeCollapse
    from tutor.watchers.fitting import LabelsShuffled, Overfitting
    from tutor.watchers.gradients import ExplodingGradients, VanishingGradients
    from tutor.watchers.inputs import InputsUnscaled
    from tutor.watchers.latent import PosteriorCollapse
    from tutor.watchers.nonfinite import NonFinite
    from tutor.watchers.policies import EntropyCollapse, NoExploration
    from tutor.watchers.step_size import StepTooLarge, StepTooSmall
    from tutor.watchers.units import DeadUnits
    from tutor.watchers.values import OverEstimation

    return [
        NonFinite, StepTooLarge, StepTooSmall, VanishingGradients, ExplodingGradients,
        DeadUnits, Overfitting, LabelsShuffled, InputsUnscaled, ModeCollapse,
        DiscriminatorTooStrong, PosteriorCollapse, EntropyCollapse, OverEstimation,
        NoExploration,
    ]  # fmt: skip


class Watchers:
    """Watches one run; a training that begins anew is watched anew."""

    def __init__(self, makers: list[Make] | None = None) -> None:
        self.makers = all_watchers() if makers is None else makers
        self.trainings = Trainings()
        self.standing: dict[tuple[str, int], Finding] = {}
        """Every finding that stands, by key; of earlier trainings too."""
        self.begin()

    def begin(self) -> None:
        self.watchers = [make() for make in self.makers]
        self.readers: dict[str, list[Watcher]] = {}
        for watcher in self.watchers:
            for role in watcher.roles:
                self.readers.setdefault(role, []).append(watcher)

    def take(self, records: Iterable[Any]) -> list[Finding]:
        """Read checked records; return the findings that are new, changed or withdrawn.

        A finding is returned once when it is raised, again only when its severity or its layer
        changes, and once more, `withdrawn`, when the training has recovered.
        """
        news: list[Finding] = []
        for record in records:
            before = self.trainings.number
            if self.trainings.of(record) != before:
                news += self.look(before)
                self.begin()
            if record["kind"] == "scalar" and (known := role_of(record["name"])):
                role, layer = known
                reading = Reading(
                    record["name"], role, layer, record["step"], float(record["value"])
                )
                for watcher in self.readers.get(role, ()):
                    watcher.take(reading)
        return news + self.look(self.trainings.number)

    def look(self, training: int) -> list[Finding]:
        """Return what has changed since the last look at a training."""
        news: list[Finding] = []
        seen = set()
        for watcher in self.watchers:
            if (found := watcher.finding()) is None:
                continue
            found = dataclasses.replace(found, training=training)
            seen.add(found.key)
            old = self.standing.get(found.key)
            changed = old is None or (old.severity, old.layer) != (
                found.severity,
                found.layer,
            )
            if changed and (old is not None or len(self.standing) < MAX_STANDING):
                news.append(found)
                self.standing[found.key] = found
        for key, old in list(self.standing.items()):
            if key[1] == training and key not in seen:
                del self.standing[key]
                news.append(dataclasses.replace(old, withdrawn=True))
        return news
