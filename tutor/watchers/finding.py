"""A diagnosis: what it is called, why it is believed, what to try."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    BROKEN = "broken"
    """The training cannot succeed as it goes on."""
    SUSPECT = "suspect"
    """It learns less than it could, or will soon."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact of the run that speaks for a finding."""

    text: str
    """One short sentence with its numbers."""
    series: str = ""
    """The series it is read from, to be shown beside it."""
    step: int | None = None
    """Where in that series."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One named diagnosis; two of the same `key` are the same, the later one newer."""

    name: str
    """Stable, such as ``vanishing_gradients``."""
    title: str
    """One line."""
    explanation: str
    """One paragraph: what happens and why."""
    evidence: tuple[Evidence, ...]
    advice: tuple[str, ...]
    """What to try, the most likely first."""
    step: int
    """Where it was first seen."""
    severity: Severity
    training: int = 1
    """Which training of the run."""
    layer: str = ""
    """The layer it is about, if it is about one."""
    withdrawn: bool = False
    """The training has recovered since: take it off the screen."""

    @property
    def key(self) -> tuple[str, int]:
        return self.name, self.training
