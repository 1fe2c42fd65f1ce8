"""No submission can earn a pass, hang the judge, or leave anything behind."""

import os
import time
from pathlib import Path

import pytest

from tests.judge.submissions import HOSTILE, RIGHT
from tests.judging import judge, told
from tutor import paths
from tutor.judge import events, hosting
from tutor.protocol import Outcome, Status, StatusRequest


@pytest.fixture
def double(tiny):
    return tiny.exercise("double")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_submission(tiny, double, tmp_path, name):
    """Each misbehaving submission gets its own truthful outcome, and never a pass."""
    outcome, source = HOSTILE[name]
    outside = tmp_path / "outside.txt"
    source = source.replace("HARNESS", repr(str(double.harness)))
    source = source.replace("OUTSIDE", repr(str(outside)))
    start = time.monotonic()
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    assert verdict.outcome is outcome, told(verdict)
    assert not outside.exists()
    assert time.monotonic() - start < double.limits.seconds + 5
    assert verdict.feedback or any(case.feedback for case in verdict.cases)


def test_checks_go_on_after_all_of_them(tiny, double):
    """A right submission passes after the hostile ones."""
    verdict, _ = judge(tiny, double, RIGHT, 2)
    assert verdict.outcome is Outcome.PASSED


def test_nothing_is_left_behind(tiny, double):
    """After a check there is no process of it and no scratch folder but the spare's."""
    judge(tiny, double, RIGHT, 3)
    (status,) = (e for e in events(StatusRequest(), "numpy") if isinstance(e, Status))
    until = time.monotonic() + 5
    while time.monotonic() < until and len(below(status.pid)) > 2:
        time.sleep(0.05)
    assert len(below(status.pid)) <= 2, "more than one spare judge with its learner"
    scratch = hosting.socket_path("numpy").with_suffix(".scratch")
    assert len(list(scratch.iterdir())) <= 1
    assert paths.runtime().exists()


def below(pid):
    """Return all processes started by `pid` and by those."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *below(child)]
    return found


def test_time_limit_names_the_line(tiny, double):
    """A time-out says which line was running."""
    source = "def double(x):\n    total = 0\n    while True:\n        total += 1\n"
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    places = verdict.cases[0].feedback.places
    assert places[-1].line in (3, 4)
    assert "line" in verdict.cases[0].feedback.message


def test_error_points_at_the_learners_line(tiny, double):
    """An exception names type, message and the learner's own line."""
    source = "def double(x):\n    helper = 1\n    return helper / 0\n"
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    feedback = verdict.cases[0].feedback
    assert feedback.message.startswith("ZeroDivisionError")
    assert feedback.places[-1].line == 3
    assert feedback.places[-1].text.strip() == "return helper / 0"


def test_syntax_error_points_at_the_learners_line(tiny, double):
    """A file that does not parse names the line."""
    verdict, _ = judge(tiny, double, "x = 1\ndef double(x)\n    return x\n", 1)
    assert verdict.outcome is Outcome.NOT_IMPORTABLE
    assert verdict.feedback.places[-1].line == 2


def test_printed_text_is_clean(tiny, double):
    """Escape sequences in what the learner prints never reach the screen."""
    source = (
        "def double(x):\n    print('\\x1b[31mred\\x1b[0m\\x07\\u202e')\n    return 2 * x\n"
    )
    verdict, _ = judge(tiny, double, source, 1)
    assert verdict.cases[0].printed == "red\n"


def test_failure_is_shrunk(tiny, double):
    """The failing input shown is a smallest one."""
    verdict, _ = judge(tiny, double, "def double(x):\n    return x\n", 1)
    shown = verdict.cases[1].feedback.arguments[0]
    assert shown.summary == "float64 array (1, 1)"
    assert shown.cells == [["1"]]


def test_same_seed_same_verdict(tiny, double):
    """A replay with the same seed shows the same failure."""
    source = "def double(x):\n    return 2 * x + 1e-3\n"
    first, _ = judge(tiny, double, source, 7)
    second, _ = judge(tiny, double, source, 7)
    assert told(first) == told(second)


def test_killed_host_is_replaced(tiny, double):
    """A check after the host was killed starts a new one and passes."""
    (status,) = (e for e in events(StatusRequest(), "numpy") if isinstance(e, Status))
    os.kill(status.pid, 9)
    verdict, _ = judge(tiny, double, RIGHT, 1)
    assert verdict.outcome is Outcome.PASSED
