"""Runs the cases of a harness against a submission, one result after the other."""

import contextlib
import inspect
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from msgspec.structs import replace

from tutor.harness import replays
from tutor.harness.cases import Case, Discarded
from tutor.harness.checks import CheckFailed, tolerance
from tutor.harness.learner import Call, Learner, LearnerError, Port, learner_clock
from tutor.harness.report import Report
from tutor.harness.show import call_text, show
from tutor.harness.shrinking import shrink
from tutor.protocol import CaseResult, Feedback, Outcome

UNWRITTEN = (
    "Not written yet: the line the starter came with still raises NotImplementedError."
)
MEMORY_MESSAGES = ("t allocate memory", "not enough memory", "out of memory")
MEMORY_KINDS = {"RuntimeError", "OSError"}
"""What torch and the system raise, with one of those messages."""


class Ended(Exception):
    """The learner process is gone, in the middle of a call."""

    def __init__(self, outcome: Outcome, feedback: Feedback) -> None:
        super().__init__(feedback.message)
        self.outcome = outcome
        self.feedback = feedback


@dataclass
class Run:
    """One pass of a harness over one submission."""

    cases: list[Case]
    port: Port
    reference: ModuleType
    seed: int
    tolerances: tuple[float, float]
    printed: Callable[[], str] = lambda: ""
    """Returns what the learner's code has printed since the last call."""
    report: Report = field(default_factory=Report)
    transcript: list[list[Call]] = field(default_factory=list)
    """The calls of each case, without those made while shrinking."""
    failing: dict[str, "Failing"] = field(default_factory=dict)
    """The failing draws by case, for shrinking."""

    def results(self) -> Iterator[CaseResult]:
        """Yield the result of every case; after `Ended`, the rest as not run.

        No draw is shrunk yet: that makes calls of its own, which must not come between
        those that the transcript compares. `shrunk` does it afterwards.
        """
        tolerance.set(self.tolerances)
        learner_clock.set(self.port.processor_seconds)
        over = False
        for index, case in enumerate(self.cases):
            if over:
                yield CaseResult(index, case.title, Outcome.NOT_RUN)
                continue
            start = time.perf_counter()
            outcome, feedback = self.result(case)
            over = outcome not in (Outcome.PASSED, Outcome.FAILED, Outcome.RAISED)
            elapsed = (time.perf_counter() - start) * 1000
            yield CaseResult(index, case.title, outcome, feedback, self.printed(), elapsed)

    def result(self, case: Case) -> tuple[Outcome, Feedback | None]:
        """Return how one case ends at the first draw that fails, if any does."""
        for attempt in range(case.tries):
            rng = case.generator(self.seed, attempt)
            sizes = case.sizes(rng, attempt)
            arguments = case.arguments(rng, sizes)
            learner = Learner(self.port)
            failure = self.attempt(case, learner, arguments)
            self.remember(attempt, learner.calls)
            if failure is not None:
                if case.draws and not isinstance(failure, Ended):
                    self.failing[case.name] = Failing(attempt, sizes, arguments, failure)
                return explain(failure, learner, self.reference)
        return Outcome.PASSED, None

    def remember(self, attempt: int, calls: list[Call]) -> None:
        if attempt == 0:
            self.transcript.append([])
        self.transcript[-1] += calls

    def attempt(
        self, case: Case, learner: Learner, arguments: dict[str, Any]
    ) -> BaseException | None:
        """Run a case's body once; return what made it fail, if anything."""
        try:
            case.body(learner, **arguments, **self.wanted(case))
        except Discarded:
            return None
        except (CheckFailed, LearnerError, Ended) as failure:
            return failure
        except Exception as error:
            return unusable(error, learner)
        return None

    def wanted(self, case: Case) -> dict[str, Any]:
        """Return what a case's body asks for beside its draws."""
        offered: dict[str, Callable[[], Any]] = {
            "rng": lambda: case.generator(self.seed, 10_000),
            "reference": lambda: self.reference,
            "report": lambda: self.report,
        }
        return {name: offered[name]() for name in case.wants}

    def shrunk(self, result: CaseResult, seconds: float = 0.25) -> CaseResult:
        """Return a result with its failing draw shrunk, as far as `seconds` allow."""
        case = self.cases[result.index]
        found = self.failing.get(case.name)
        if found is None:
            return result
        try:
            arguments = self.smallest(case, found, seconds)
            learner = Learner(self.port)
            failure = self.attempt(case, learner, arguments)
        except Ended:
            return result
        if failure is None or isinstance(failure, Ended):
            return result
        _, feedback = explain(failure, learner, self.reference)
        assert feedback is not None
        return replace(result, feedback=self.looked_at_again(failure, learner, feedback))

    def looked_at_again(
        self, failure: BaseException, learner: Learner, feedback: Feedback
    ) -> Feedback:
        """Return `feedback` with what making the last call again shows."""
        if not isinstance(failure, CheckFailed):
            return feedback
        more: list[str] = []
        with contextlib.suppress(Ended, LearnerError):
            more = list(replays.about_repetition(learner, failure.wanted))
        return replace(feedback, hunches=[*more, *feedback.hunches][:2])

    def smallest(self, case: Case, found: "Failing", seconds: float) -> dict[str, Any]:
        def fails(candidate: dict[str, Any]) -> BaseException | None:
            failure = self.attempt(case, Learner(self.port), candidate)
            if isinstance(failure, Ended):
                raise failure
            return failure if type(failure) is type(found.failure) else None

        return shrink(
            case, self.seed, found.attempt, found.sizes, found.arguments, found.failure,
            fails, seconds,
        ).arguments  # fmt: skip


@dataclass(frozen=True)
class Failing:
    """The first failing draw of a case."""

    attempt: int
    sizes: dict[str, int]
    arguments: dict[str, Any]
    failure: BaseException


def unusable(error: Exception, learner: Learner) -> CheckFailed:
    """Return the failure of a case that stumbled over what the learner's code returned."""
    message = (
        "the check cannot work with what your function returned "
        f"({type(error).__name__}: {error})"
    )
    result = learner.last.result if learner.last else None
    return CheckFailed(message, got=show("got", result))


def explain(
    failure: BaseException, learner: Learner, reference: ModuleType
) -> tuple[Outcome, Feedback]:
    """Return outcome and feedback for a failed attempt."""
    call = learner.last
    if isinstance(failure, Ended):
        return failure.outcome, failure.feedback
    if isinstance(failure, LearnerError):
        memory = "MemoryError" in failure.bases or (
            not MEMORY_KINDS.isdisjoint(failure.bases)
            and any(words in failure.message for words in MEMORY_MESSAGES)
        )
        outcome = Outcome.OUT_OF_MEMORY if memory else Outcome.RAISED
        unwritten = failure.kind == "NotImplementedError" and not failure.message
        message = UNWRITTEN if unwritten else str(failure)
        feedback = Feedback(message, places=failure.places)
    else:
        assert isinstance(failure, CheckFailed)
        outcome = Outcome.FAILED
        feedback = Feedback(
            sentence(failure.message),
            expected=failure.expected,
            got=failure.got,
            difference=failure.difference,
            hunches=[*failure.hunches, *replays.about_calls(learner.calls)][:2],
        )
    return outcome, with_call(feedback, call, reference) if call else feedback


def sentence(text: str) -> str:
    """Return `text` as a sentence: capital first unless it begins with a name, stop last."""
    first = text.partition(" ")[0]
    reads = len(first) > 1 and first.isalpha() and first.islower()
    if reads and set(first) & set("aeiouy"):  # dx and vb are names
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."


def with_call(feedback: Feedback, call: Call, reference: ModuleType) -> Feedback:
    """Return `feedback` with the call that led to it, its arguments prepared for the eye."""
    names = parameters(reference, call.name)
    named = [
        *zip(
            [*names, *(f"argument {i + 1}" for i in range(20))],
            call.arguments,
            strict=False,
        ),
        *call.keywords.items(),
    ]
    return Feedback(
        feedback.message,
        call_text(call.name, names, call.arguments, call.keywords),
        [show(name, value) for name, value in named],
        feedback.expected,
        feedback.got,
        feedback.difference,
        feedback.hunches,
        feedback.places,
    )


def parameters(reference: ModuleType, name: str) -> list[str]:
    """Return the parameter names of the reference's function `name`, if it has one."""
    try:
        return list(inspect.signature(getattr(reference, name)).parameters)
    except (AttributeError, TypeError, ValueError):
        return []
