"""``check``: one verdict."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tutor.cli import BROKEN, FAILED, PASSED
from tutor.cli.desk import Desk
from tutor.course import Exercise
from tutor.errors import HostError
from tutor.judge import Checker
from tutor.judge.checking import sha256_of
from tutor.protocol import Diagnosis, Event, Outcome, Records, Starting, Verdict
from tutor.viz.feedback import diagnosis_picture, verdict_picture
from tutor.workspace.files import read_source


@dataclass
class Seen:
    """What a check's events have said so far."""

    verdict: Verdict | None = None
    diagnosis: Diagnosis = field(default_factory=lambda: Diagnosis(None))


def check(options: argparse.Namespace) -> int:
    """Check a file and say what was found."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    if options.file:
        source, checker = read_source(options.file), Checker(desk.course, None)
    else:
        desk.workspace.start(exercise)
        source, checker = desk.workspace.read(exercise), desk.checker
    seen = tell(desk, checker.check(exercise, source, options.seed))
    desk.answer(document(exercise, source, seen))
    return exit_code(seen)


def tell(desk: Desk, events: Iterable[Event]) -> Seen:
    """Show a check's events to people as they come; return what they said."""
    seen = Seen()
    try:
        for event in events:
            if isinstance(event, Starting):
                desk.say(event.what, "muted")
            elif isinstance(event, Verdict):
                seen.verdict = event
                desk.draw(verdict_picture(event, desk.width))
                if event.outcome is not Outcome.PASSED:
                    desk.say(f"\nReplay with --seed {event.seed}.", "muted")
            elif isinstance(event, Diagnosis) and event.misconception:
                seen.diagnosis = event
                desk.draw([(), *diagnosis_picture(event, desk.width)])
            elif isinstance(event, Records):
                continue
    except HostError as error:
        desk.say(str(error), "bad")
    return seen


def document(exercise: Exercise, source: str, seen: Seen) -> dict[str, Any]:
    """Return what ``check --json`` documents."""
    verdict = seen.verdict
    return {
        "exercise": exercise.id,
        "outcome": str(verdict.outcome if verdict else Outcome.INTERNAL_ERROR),
        "seed": verdict.seed if verdict else None,
        "cases": [case_document(case) for case in verdict.cases] if verdict else [],
        "message": verdict.feedback.message if verdict and verdict.feedback else "",
        "misconception": seen.diagnosis.misconception,
        "explanation": seen.diagnosis.explanation,
        "lesson": seen.diagnosis.lesson,
        "metrics": verdict.metrics if verdict else {},
        "elapsed_ms": round(verdict.elapsed_ms, 2) if verdict else None,
        "source_sha256": sha256_of(source),
    }


def case_document(case: Any) -> dict[str, Any]:
    message = case.feedback.message if case.feedback else ""
    return {"title": case.title, "outcome": str(case.outcome), "message": message}


def exit_code(seen: Seen) -> int:
    if seen.verdict is None or seen.verdict.outcome is Outcome.INTERNAL_ERROR:
        return BROKEN
    return PASSED if seen.verdict.outcome is Outcome.PASSED else FAILED
