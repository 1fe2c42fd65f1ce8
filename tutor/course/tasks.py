"""A task's text: the statement, and the hints below it."""

import re
from dataclasses import dataclass

from tutor.course.model import Exercise

HINTS = "\n## Hints\n"


@dataclass(frozen=True, slots=True)
class Task:
    """Statement and hints of an exercise, as Markdown."""

    statement: str
    hints: tuple[str, ...]


def read_task(exercise: Exercise) -> Task:
    """Return the task of an exercise, with the tolerance it is compared with."""
    text = exercise.task.read_text(encoding="utf-8")
    statement, _, rest = text.partition(HINTS)
    hints = tuple(h.strip() for h in re.split(r"(?m)^(?=### )", rest) if h.strip())
    return Task(f"{statement.rstrip()}\n\n{compared(exercise)}\n", hints)


def compared(exercise: Exercise) -> str:
    """Return how results are compared, and the limits of a check, in one sentence."""
    return (
        f"*Compared with a relative tolerance of {exercise.rtol:g} and an absolute one of "
        f"{exercise.atol:g}, unless the contract says otherwise. A check may take "
        f"{exercise.limits.seconds:g} s and {exercise.limits.memory_mib} MiB.*"
    )
