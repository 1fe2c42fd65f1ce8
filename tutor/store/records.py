"""What the store gives back."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attempt:
    """One judged version of a learner's file."""

    exercise: str
    sha256: str
    outcome: str
    seed: int
    passed: int
    cases: int
    elapsed_ms: float
    misconception: str | None = None
    metrics: dict[str, float] = field(default_factory=dict)
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the learner is with one exercise."""

    status: str
    """``new``, ``started``, ``passed`` or ``given_up``."""
    attempts: int = 0
    hints: int = 0
    last_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of a learner's file."""

    id: int
    exercise: str
    sha256: str
    why: str
    at: float


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to be remembered: ``kind:place#name``, and when it comes back."""

    id: str
    due: float
    """Seconds since the epoch."""
    state: str
    """The scheduler's own state, as JSON; empty before the first grade."""

    @property
    def kind(self) -> str:
        return self.id.partition(":")[0]

    @property
    def place(self) -> str:
        """The id of the lesson or exercise that the card is from."""
        return self.id.partition(":")[2].partition("#")[0]

    @property
    def name(self) -> str:
        """The question's or the mistake's name."""
        return self.id.partition("#")[2]
