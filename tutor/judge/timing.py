"""The learner's program and the reference, timed on the same inputs."""

from dataclasses import dataclass

from msgspec.structs import replace

from tutor.course import Exercise
from tutor.errors import HostError
from tutor.judge.checking import Checker, fresh_seed
from tutor.judge.conversation import Conversation
from tutor.protocol import Failed, Verdict

ROUNDS = 3
"""Checks of each, turn by turn; the quickest counts."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds for all calls of one check."""

    mine: float
    reference: float


async def compared(checker: Checker, exercise: Exercise, source: str) -> Times:
    """Return how long both need for the same check.

    Raises:
        HostError: the host cannot be started, or went away.
    """
    reference = exercise.solution.read_text(encoding="utf-8")
    seed = fresh_seed()
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for side, text in enumerate((source, reference)):
            best[side] = min(best[side], await milliseconds(checker, exercise, text, seed))
    return Times(*best)


async def milliseconds(
    checker: Checker, exercise: Exercise, source: str, seed: int
) -> float:
    """Return what the cases of one check take together."""
    request = checker.request(exercise, source, seed)
    request = replace(request, diagnose=False, wrong=())
    async for event in Conversation(request, exercise.needs):
        if isinstance(event, Failed):
            raise HostError(event.reason)
        if isinstance(event, Verdict):
            return sum(case.elapsed_ms for case in event.cases)
    raise HostError("The check ended without a verdict.")
