"""Sums of what was done."""

from datetime import date, timedelta

import pytest

from tutor.progress import deeds_by_day, mistakes_met, seconds_spent, streak, summary
from tutor.store import Attempt, Store

TODAY = date(2026, 11, 25)


def attempt(exercise, outcome, misconception=None):
    return Attempt(exercise, "sha", outcome, 1, 0, 1, 1.0, misconception)


def test_pauses_are_not_counted():
    """Gaps under ten minutes count whole, longer ones as a minute."""
    assert seconds_spent([]) == 0
    assert seconds_spent([0, 60, 120]) == 60 + 120
    assert seconds_spent([0, 60, 7200]) == 60 + 60 + 60


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2, 4], 3), ([1, 2, 3], 3)],
)
def test_a_day_not_over_breaks_no_streak(days_ago, expected):
    """Days in a row up to today, or up to yesterday."""
    assert streak({TODAY - timedelta(days=d) for d in days_ago}, TODAY) == expected


def test_a_mistake_is_overcome_by_a_later_pass():
    """A pass before the mistake does not count, one after it does."""
    found = mistakes_met(
        [
            attempt("a", "failed", "early"),
            attempt("a", "failed", "early"),
            attempt("a", "passed"),
            attempt("a", "failed", "late"),
        ]
    )
    assert [(m.name, m.times, m.overcome) for m in found] == [
        ("early", 2, True),
        ("late", 1, False),
    ]


def test_days_are_those_of_the_calendar():
    """The last of 28 numbers is today."""
    assert deeds_by_day([], TODAY) == (0,) * 28


def test_a_summary_counts_what_the_course_has(tiny, tmp_path):
    """Attempts at exercises of other courses do not count."""
    store = Store(tmp_path / "progress.sqlite3")
    for exercise in ("tiny/double", "elsewhere/gone"):
        sha = store.keep(exercise, exercise, "checked")
        store.record(Attempt(exercise, sha, "passed", 1, 1, 1, 1.0))
    store.mark("tiny/first", "read")
    found = summary(tiny, store)
    store.close()
    assert (found.checks, found.passed, found.streak) == (1, 1, 1)
    assert found.topics[0].lessons == (1, 2)
    assert found.topics[0].exercises == (1, 2)
