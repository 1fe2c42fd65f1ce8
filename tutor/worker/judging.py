"""The judge process: loads the harness after the learner process is forked, and decides."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tutor.harness.cases import Case, collect
from tutor.harness.learner import LearnerError
from tutor.harness.running import Ended, Run
from tutor.protocol import (
    Borrowed,
    CaseResult,
    CheckRequest,
    Event,
    Failed,
    Feedback,
    Outcome,
    Plan,
    Verdict,
)
from tutor.worker import borrowing
from tutor.worker.replies import clean
from tutor.worker.session import Session

Send = Callable[[Event], None]

FIRST_SHRINK, LATER_SHRINK = 0.06, 0.006
"""Seconds spent on shrinking the first failing case, which is shown open, and each other.
The verdict waits for it: some 200 tries for the first, a change of sizes for the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a check leaves behind for the diagnosis."""

    run: Run
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Ahead:
    """The files of the last check, which a spare judge loads before the next one."""

    harness: str
    reference: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """Cases and reference, loaded from files that had these stamps."""

    files: Ahead
    stamps: tuple[tuple[int, int], ...]
    cases: list[Case]
    reference: ModuleType


def ahead_of(request: CheckRequest) -> Ahead | None:
    """Return what the next judge may load ahead.

    Nothing when references of other exercises belong to it: the learner process is forked
    from one that knows this, and is to hold no solution.
    """
    return None if request.references else Ahead(request.harness, request.reference)


def stamps(ahead: Ahead) -> tuple[tuple[int, int], ...]:
    found = (os.stat(ahead.harness), os.stat(ahead.reference))
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in found)


def prepare_ahead(ahead: Ahead) -> Prepared | None:
    """Return what could be loaded ahead; a file that cannot is left to its check."""
    try:
        return Prepared(ahead, stamps(ahead), *loaded(ahead, ()))
    except Exception:
        return None


def load_program(path: str, name: str) -> ModuleType:
    """Return a file of the course as a module."""
    return borrowing.module_of(Path(path).read_text(encoding="utf-8"), path, name)


def check(
    request: CheckRequest, session: Session, send: Send, prepared: Prepared | None = None
) -> Judged | None:
    """Run a check and send its plan, case results and verdict.

    Returns None when the harness itself cannot be used or the file cannot be loaded.
    """
    start = time.perf_counter()
    try:
        cases, reference = prepare(request, prepared)
    except Exception as error:
        where = f"{request.exercise}: {type(error).__name__}: {error}"
        send(Failed(f"The harness of this exercise cannot be loaded. {where}"))
        return None
    send(Plan([case.title for case in cases]))
    if problem := load(request, session):
        send(unloaded(request, cases, problem, start))
        return None
    run = Run(
        cases, session, reference, request.seed, (request.rtol, request.atol),
        session.process.take_printed,
    )  # fmt: skip
    return Judged(run, judge(request, run, send, start))


def prepare(
    request: CheckRequest, prepared: Prepared | None
) -> tuple[list[Case], ModuleType]:
    """Return cases and reference, from those loaded ahead if the files are the same."""
    wanted = Ahead(request.harness, request.reference)
    usable = prepared is not None and not request.references
    if (
        prepared
        and usable
        and (prepared.files, prepared.stamps) == (wanted, stamps(wanted))
    ):
        return prepared.cases, prepared.reference
    return loaded(wanted, request.references)


def loaded(files: Ahead, references: tuple[Borrowed, ...]) -> tuple[list[Case], ModuleType]:
    """Load harness and reference; the harness must have cases."""
    borrowing.install(references)
    reference = load_program(files.reference, "reference")
    cases = collect(load_program(files.harness, "harness"))
    if not cases:
        raise ValueError("the harness declares no case")
    return cases, reference


def load(request: CheckRequest, session: Session) -> tuple[Outcome, Feedback] | None:
    """Run the submission in the learner process; return why that failed, if it did."""
    session.begin(request.limits)
    try:
        missing = session.load(
            request.source, request.filename, request.entry,
            request.seed ^ 0x5EED, request.borrowed,
        )  # fmt: skip
    except LearnerError as error:
        feedback = Feedback(load_message(error, request.filename), places=error.places)
        return Outcome.NOT_IMPORTABLE, feedback
    except Ended as end:
        return end.outcome, end.feedback
    if missing:
        names = clean(", ".join(map(str, missing)))[:200]
        message = f"{request.filename} does not define {names}."
        return Outcome.NOT_IMPORTABLE, Feedback(message)
    return None


def load_message(error: LearnerError, filename: str) -> str:
    line = f" at line {error.places[-1].line}" if error.places else ""
    if "SyntaxError" in error.bases:
        return f"{filename} is not valid Python{line}: {error.message}."
    return f"{filename} stopped{line} while it was loaded: {error}."


def unloaded(
    request: CheckRequest,
    cases: list[Case],
    problem: tuple[Outcome, Feedback],
    start: float,
) -> Verdict:
    """Return the verdict on a file that could not be loaded."""
    outcome, feedback = problem
    results = [CaseResult(i, c.title, Outcome.NOT_RUN) for i, c in enumerate(cases)]
    elapsed = (time.perf_counter() - start) * 1000
    return Verdict(outcome, results, request.seed, elapsed, feedback)


def judge(request: CheckRequest, run: Run, send: Send, start: float) -> Verdict:
    """Run all cases, send each result and the verdict."""
    results = []
    for result in run.results():
        results.append(result)
        send(result)
        if request.brief and result.outcome is not Outcome.PASSED:
            results += [CaseResult(i, c.title, Outcome.NOT_RUN)
                        for i, c in enumerate(run.cases) if i > result.index]  # fmt: skip
            break
    outcome = overall(results, len(run.cases))
    if not any(result.outcome is Outcome.NOT_RUN for result in results):
        results = list(shrunk(run, results))
    verdict = Verdict(
        outcome,
        results,
        request.seed,
        (time.perf_counter() - start) * 1000,
        None,
        run.report.metrics,
        run.report.targets,
        run.report.ceilings,
    )
    send(verdict)
    return verdict


def shrunk(run: Run, results: list[CaseResult]) -> Iterator[CaseResult]:
    """Yield the results with failing draws shrunk, most thoroughly the first."""
    seconds = FIRST_SHRINK
    for result in results:
        if result.outcome is Outcome.PASSED:
            yield result
        else:
            yield run.shrunk(result, seconds)
            seconds = LATER_SHRINK


def overall(results: list[CaseResult], declared: int) -> Outcome:
    """Return the outcome of a check: passed only when every declared case passed."""
    if len(results) != declared:
        return Outcome.INTERNAL_ERROR
    for result in results:
        if result.outcome is not Outcome.PASSED:
            return result.outcome
    return Outcome.PASSED
