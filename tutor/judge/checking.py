"""From an exercise and a source to a recorded verdict."""

import hashlib
import secrets
from collections.abc import Iterator

from tutor.course import Course, Exercise
from tutor.errors import HostError
from tutor.judge import client
from tutor.protocol import (
    Borrowed,
    CheckRequest,
    Diagnosis,
    Event,
    Failed,
    Outcome,
    Program,
    Verdict,
)
from tutor.store import Attempt, Store

SEED_BITS = 31


def fresh_seed() -> int:
    """Return a seed that nobody can have prepared for."""
    return secrets.randbits(SEED_BITS)


class Checker:
    """Builds requests and records their verdicts.

    Args:
        course: where exercises are found.
        store: takes verdicts and kept sources; None records nothing and borrows references.
    """

    def __init__(self, course: Course, store: Store | None) -> None:
        self.course = course
        self.store = store

    def request(
        self,
        exercise: Exercise,
        source: str,
        seed: int | None = None,
        *,
        track: bool = False,
    ) -> CheckRequest:
        """Return the request for one check; a fresh seed unless one is given."""
        return CheckRequest(
            exercise=exercise.id,
            filename=f"{exercise.name}.py",
            source=source,
            seed=fresh_seed() if seed is None else seed,
            harness=str(exercise.harness),
            reference=str(exercise.solution),
            entry=exercise.entry,
            rtol=exercise.rtol,
            atol=exercise.atol,
            limits=exercise.limits,
            wrong=tuple(
                Program(p.stem.removeprefix("wrong_"), str(p)) for p in exercise.wrong
            ),
            borrowed=self.borrowed(exercise.uses, own=True),
            references=self.borrowed(exercise.uses, own=False),
            compare=exercise.compare,
            track=track,
        )

    def borrowed(self, uses: tuple[str, ...], *, own: bool) -> tuple[Borrowed, ...]:
        """Return the code of earlier exercises: the learner's passed one, or the reference."""
        found = []
        for exercise_id in self.closure(uses):
            exercise = self.course.exercise(exercise_id)
            mine = self.store.passed_source(exercise.id) if own and self.store else None
            source = mine or exercise.solution.read_text(encoding="utf-8")
            found.append(Borrowed(exercise.id, exercise.entry, source, mine is not None))
        return tuple(found)

    def closure(self, uses: tuple[str, ...]) -> list[str]:
        """Return `uses` and all that those use in turn."""
        found: dict[str, None] = {}
        waiting = list(uses)
        while waiting:
            exercise_id = waiting.pop(0)
            if exercise_id not in found:
                found[exercise_id] = None
                waiting += self.course.exercise(exercise_id).uses
        return list(found)

    def check(
        self,
        exercise: Exercise,
        source: str,
        seed: int | None = None,
        *,
        track: bool = False,
    ) -> Iterator[Event]:
        """Yield the events of a check, recording its verdict and diagnosis.

        Raises:
            HostError: the host cannot be started, went away, or could not judge.
        """
        request = self.request(exercise, source, seed, track=track)
        for event in client.events(request, exercise.needs):
            self.note(exercise, source, event)
            yield event

    def note(self, exercise: Exercise, source: str, event: Event) -> None:
        """Record what an event says about a source."""
        if isinstance(event, Failed):
            raise HostError(event.reason)
        if self.store is None:
            return
        if isinstance(event, Verdict):
            self.store.record(attempt_of(exercise, self.store, source, event))
        elif isinstance(event, Diagnosis) and event.misconception:
            self.store.name_mistake(exercise.id, event.misconception)


def attempt_of(exercise: Exercise, store: Store, source: str, verdict: Verdict) -> Attempt:
    """Return the record of a verdict, having kept the source it is about."""
    return Attempt(
        exercise.id,
        store.keep(exercise.id, source, "checked"),
        verdict.outcome,
        verdict.seed,
        sum(case.outcome is Outcome.PASSED for case in verdict.cases),
        len(verdict.cases),
        verdict.elapsed_ms,
        None,
        verdict.metrics,
    )


def sha256_of(source: str) -> str:
    """Return the hash by which a kept source is known."""
    return hashlib.sha256(source.encode()).hexdigest()
