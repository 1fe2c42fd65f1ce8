"""Answers from memory do not make a slow or wrong program a fast and right one."""

from textwrap import dedent

import pytest
from msgspec.structs import replace

from tutor.judge import Checker, events
from tutor.protocol import Outcome, Verdict

REFERENCE = "import numpy as np\ndef total(x):\n    return np.sin(x).sum()\n"
HARNESS = '''
"""Checks for a sum of sines; small ones by value, one large one by time."""

from tutor.harness import array, assert_close, assert_within_ratio, case


@case("the sines are added", x=array("N"))
def adds(learner, reference, x):
    assert_close(float(learner.total(x)), float(reference.total(x)))


@case("numpy does the work")
def fast(learner, reference, rng):
    x = rng.normal(size=20_000)
    assert_within_ratio(
        lambda: learner.total(x),
        lambda: reference.total(x),
        at_most=30,
        advice="Add without a loop.",
    )
'''
SLOW = """
import math, numpy as np
def slow(x):
    total = 0.0
    for entry in x.tolist():
        for part in range(20):
            total += math.sin(entry) / 20
    return total
"""


@pytest.fixture
def check(tiny, tmp_path):
    """Return a function that checks a source against a harness of this test."""
    harness, reference = tmp_path / "harness.py", tmp_path / "solution.py"
    harness.write_text(HARNESS)
    reference.write_text(REFERENCE)

    def run(source):
        request = Checker(tiny, None).request(tiny.exercise("double"), dedent(source), 1)
        request = replace(
            request, harness=str(harness), reference=str(reference), wrong=(),
            entry=("total",),
        )  # fmt: skip
        (verdict,) = (e for e in events(request, "numpy") if isinstance(e, Verdict))
        return verdict.outcome

    return run


def test_right_and_fast(check):
    """The reference itself passes."""
    assert check(REFERENCE) is Outcome.PASSED


def test_right_and_slow(check):
    """A loop is seen to be slow."""
    assert check(SLOW + "total = slow\n") is Outcome.FAILED


def test_slow_but_remembered(check):
    """A loop whose answers are remembered is as slow as it was the first time."""
    source = (
        SLOW
        + "known = {}\ndef total(x):\n    key = x.tobytes()\n"
        + "    if key not in known:\n        known[key] = slow(x)\n    return known[key]\n"
    )
    assert check(source) is Outcome.FAILED


def test_wrong_when_timed(check):
    """A program that gives up on large arguments is wrong, however fast."""
    source = SLOW + "def total(x):\n    return slow(x) if x.size < 1000 else 0.0\n"
    assert check(source) is Outcome.FAILED


def test_right_only_when_timed(check):
    """Fast and right for large arguments alone is wrong."""
    source = (
        "import numpy as np\n"
        "def total(x):\n    return np.sin(x).sum() if x.size > 1000 else 0.0\n"
    )
    assert check(source) is Outcome.FAILED
