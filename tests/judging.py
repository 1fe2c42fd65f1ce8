"""One check through the same judge that learners use, for tests."""

from msgspec.structs import replace

from tutor.judge import Checker, events
from tutor.protocol import CaseResult, Diagnosis, Failed, Outcome, Verdict


def judge(course, exercise, source, seed, *, diagnose=True):
    """Return verdict and diagnosis of a source."""
    request = Checker(course, None).request(exercise, source, seed)
    if not diagnose:
        request = replace(request, wrong=())
    verdict, diagnosis = None, Diagnosis(None)
    for event in events(request, exercise.needs):
        assert not isinstance(event, Failed), event.reason
        if isinstance(event, Verdict):
            verdict = event
        elif isinstance(event, Diagnosis):
            diagnosis = event
    return verdict, diagnosis


def told(verdict: Verdict) -> str:
    """Return the first failure of a verdict, for an assertion's message."""
    if verdict.feedback:
        return f"{verdict.outcome}: {verdict.feedback.message}"
    for case in verdict.cases:
        if case.outcome is not Outcome.PASSED:
            return summary(case)
    return "everything passed"


def summary(case: CaseResult) -> str:
    feedback = case.feedback
    if feedback is None:
        return f"{case.title}: {case.outcome}"
    values = [f"  {s.label} = {s.text}" for s in feedback.arguments]
    for shown in (feedback.expected, feedback.got):
        values += [f"  {shown.label}: {shown.summary}\n{shown.text}"] if shown else []
    lines = [f"{case.title}: {case.outcome}: {feedback.message}", feedback.call, *values]
    return "\n".join([*lines, feedback.difference, *feedback.hunches, case.printed])
