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
