"""Programs tried against an exercise, through the same judge that learners use."""

from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec.structs import replace

from tutor.course import Course, Exercise
from tutor.errors import HostError
from tutor.judge import Checker, events
from tutor.protocol import (
    CaseResult,
    Diagnosis,
    Failed,
    Limits,
    Outcome,
    Printed,
    RunRequest,
    Verdict,
)

PATIENT = Limits(seconds=30.0, call_seconds=30.0)
"""For code of lessons: whether it runs is the question, not how busy the machine is."""


class Bench:
    """Tries programs against exercises of one course; borrowed code is the reference's."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.checker = Checker(course, None)

    def verdict(
        self,
        exercise: Exercise,
        source: str,
        seed: int,
        *,
        brief: bool = False,
        limits: Limits | None = None,
    ) -> Verdict:
        """Return the verdict on a source; with `brief` the first failure ends the check.

        Raises:
            HostError: the harness cannot be used.
        """
        return self.judged(exercise, source, seed, brief=brief, limits=limits)[0]

    def named(
        self, exercise: Exercise, source: str, seed: int, among: Collection[Path]
    ) -> tuple[Verdict, Diagnosis]:
        """Return the verdict on a source, and which mistake it is taken for.

        What is wrong only in its speed gets a second look: a busy machine may leave one
        comparison of times undecided.

        Args:
            exercise: whose harness judges.
            source: the program.
            seed: of the check.
            among: the wrong programs that come into question.
        """
        verdict, diagnosis = self.judged(exercise, source, seed, among=among)
        if diagnosis.misconception is None and is_only_slow(verdict):
            return self.judged(exercise, source, seed, among=among)
        return verdict, diagnosis

    def judged(
        self,
        exercise: Exercise,
        source: str,
        seed: int,
        *,
        brief: bool = False,
        limits: Limits | None = None,
        among: Collection[Path] = (),
    ) -> tuple[Verdict, Diagnosis]:
        request = self.checker.request(exercise, source, seed)
        wrong = tuple(program for program in request.wrong if Path(program.path) in among)
        request = replace(
            request, brief=brief, limits=limits or request.limits, wrong=wrong,
            diagnose=bool(wrong),
        )  # fmt: skip
        verdict, diagnosis = None, Diagnosis(None)
        for event in events(request, exercise.needs):
            if isinstance(event, Failed):
                raise HostError(event.reason)
            if isinstance(event, Verdict):
                verdict = event
            elif isinstance(event, Diagnosis):
                diagnosis = event
        if verdict is None:
            raise HostError("the check ended without a verdict")
        return verdict, diagnosis

    def printed(self, source: str, needs: str, uses: tuple[str, ...]) -> Printed:
        """Run a piece of code of the course in the sandbox; return what it printed."""
        borrowed = self.checker.borrowed(uses, own=False)
        trusted = "tutor.datasets" in source
        request = RunRequest(
            source=source, borrowed=borrowed, trusted=trusted, limits=PATIENT
        )
        for event in events(request, needs):
            if isinstance(event, Printed):
                return event
        raise HostError("the code ended without an answer")


def failures(verdict: Verdict) -> Iterator[CaseResult]:
    """Yield the cases that did not pass."""
    return (case for case in verdict.cases if case.outcome is not Outcome.PASSED)


def told(verdict: Verdict) -> str:
    """Return what the first failure of a verdict says, in one line."""
    if verdict.feedback:
        return verdict.feedback.message
    for case in failures(verdict):
        said = case.feedback.message if case.feedback else case.outcome
        return f"“{case.title}”: {said}"
    return "everything passed"


def is_only_slow(verdict: Verdict) -> bool:
    """Return whether nothing is wrong but the speed."""
    said = [case.feedback.message for case in failures(verdict) if case.feedback]
    return bool(said) and all(message.startswith("Right, but ") for message in said)
