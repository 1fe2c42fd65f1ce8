"""Diagnosis by fingerprint: which known wrong program behaves just like the learner's.

Each wrong program is run, in a process of its own, on the very same check (same seed, so
the same calls as long as it answers alike). The one whose every answer and every case
outcome agree with the learner's is the diagnosis; none or several say nothing.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tutor.course.wrong import explanation_of
from tutor.harness.learner import Call, LearnerError
from tutor.harness.running import Ended, Run
from tutor.protocol import CaseResult, CheckRequest, Diagnosis, Outcome, Program
from tutor.wire.values import Handle
from tutor.worker.judging import Judged
from tutor.worker.session import Session

SECONDS = 30.0
"""Longest time for all programs; the verdict is on the screen meanwhile."""
RTOL, ATOL = 1e-6, 1e-9
"""How closely answers must agree to count as the same behaviour."""
NARROW = 1e-5
"""The same for narrower floats, of the largest number: sums in another order differ."""

Spawn = Callable[[], Session]


def diagnose(request: CheckRequest, judged: Judged, spawn: Spawn) -> Diagnosis:
    """Return the one wrong program that explains all that was seen, or none.

    One that could not be tried in time might explain it too: then nothing is said.
    """
    matches, until = [], time.monotonic() + SECONDS
    for program in request.wrong:
        if time.monotonic() > until:
            return Diagnosis(None)
        if explains(program, request, judged, spawn):
            matches.append(program)
    if len(matches) != 1:
        return Diagnosis(None)
    explanation, lesson = explanation_of(Path(matches[0].path))
    return Diagnosis(matches[0].name, explanation, lesson)


def explains(program: Program, request: CheckRequest, judged: Judged, spawn: Spawn) -> bool:
    """Return whether `program` behaves on this check just as the learner's file did."""
    source = Path(program.path).read_text(encoding="utf-8")
    seed, mine = request.seed ^ 0x5EED, judged.run
    session = spawn()
    session.begin(request.limits)
    try:
        session.load(source, f"{program.name}.py", (), seed, request.references)
    except (Ended, LearnerError):
        return False
    theirs = Run(mine.cases, session, mine.reference, mine.seed, mine.tolerances)
    same_case = same_answers if request.compare == "answers" else same_outcome
    return all(same_case(i, r, theirs, judged) for i, r in enumerate(theirs.results()))


def same_outcome(index: int, result: CaseResult, _: Run, judged: Judged) -> bool:
    """Return whether one case ended alike and says the same, numbers left aside."""
    return judged.verdict.cases[index].gist == result.gist


def same_answers(index: int, result: CaseResult, theirs: Run, judged: Judged) -> bool:
    """Return whether one case went alike, by its outcome and by every call in it."""
    if result.outcome is not judged.verdict.cases[index].outcome:
        return False
    if result.outcome is Outcome.NOT_RUN:
        return True
    mine, other = judged.run.transcript[index], theirs.transcript[index]
    if any(call.chancy for call in mine) and not same_outcome(
        index, result, theirs, judged
    ):
        return False
    return len(mine) == len(other) and all(map(same_call, mine, other))


def same_call(one: Call, other: Call) -> bool:
    if one.error or other.error:
        return bool(one.error and other.error and one.error.kind == other.error.kind)
    facts = (one.mutated, one.aliased) == (other.mutated, other.aliased)
    if not facts or not same_value(one.left, other.left):
        return False
    return one.chancy or same_value(one.result, other.result)


def same_value(one: Any, other: Any) -> bool:
    """Return whether two answers agree in type, dtype, shape and, closely, in value.

    A number may be Python's own or numpy's: harnesses take both for the same.
    """
    one, other = plain_number(one), plain_number(other)
    if type(one) is not type(other):
        return False
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same_value(one[k], other[k]) for k in one)
    if isinstance(one, Handle):
        return bool(one.type_name == other.type_name)
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(one, torch.Tensor):
        one, other = one.detach().numpy(), other.detach().numpy()
    if isinstance(one, np.ndarray | np.generic | float | complex):
        return same_numbers(np.asarray(one), np.asarray(other))
    return bool(one == other)


def plain_number(value: Any) -> Any:
    """Return a numpy scalar as Python's own number, anything else as it is."""
    return value.item() if isinstance(value, np.generic) else value


def same_numbers(one: Any, other: Any) -> bool:
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    rtol, atol = RTOL, ATOL
    if one.dtype.kind == "f" and one.dtype.itemsize < 8:
        largest = np.abs(other[np.isfinite(other)]).max(initial=0.0)
        rtol, atol = NARROW, max(ATOL, NARROW * float(largest))
    with np.errstate(all="ignore"):
        return bool(np.allclose(one, other, rtol=rtol, atol=atol, equal_nan=True))
