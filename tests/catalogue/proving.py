"""What is proven of every exercise, through the same judge that learners use."""

import ast

from msgspec.structs import replace

from tutor.judge import Checker, events
from tutor.protocol import CaseResult, Diagnosis, Failed, Outcome, Verdict

SEEDS = range(1, 4)
"""A pass is asked for on each; training takes long, so capstones get the first alone."""


def seeds(exercise):
    return SEEDS[:1] if exercise.kind == "capstone" else SEEDS


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


def failed_titles(verdict: Verdict) -> set[str]:
    return {case.title for case in verdict.cases if case.outcome is not Outcome.PASSED}


def is_only_slow(verdict: Verdict) -> bool:
    """Return whether nothing is wrong but the speed."""
    found = [case.feedback.message for case in verdict.cases if case.feedback]
    return bool(found) and all(message.startswith("Right, but ") for message in found)


def surface(path):
    """Return names, signatures and docstrings of what a file defines in public."""
    found = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_":
            head = ast.unparse(node.args) if isinstance(node, ast.FunctionDef) else ""
            returns = getattr(node, "returns", None)
            result = ast.unparse(returns) if returns else ""
            found[node.name] = (head, result, ast.get_docstring(node))
    return found
