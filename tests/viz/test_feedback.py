"""Figures beside their targets: floors and ceilings."""

import pytest

from tutor.protocol import Outcome, Verdict
from tutor.viz.feedback import metrics_picture
from tutor.viz.ink import plain_text


def shown(value, ceilings):
    verdict = Verdict(
        Outcome.PASSED,
        [],
        1,
        1.0,
        None,
        {"error": value, "other": 1.0},
        {"error": 0.5},
        ceilings,
    )
    rows = metrics_picture(verdict)
    ink = next(run.ink.fg for line in rows for run in line if run.ink.bold)
    return plain_text(rows), ink


@pytest.mark.parametrize(
    ("value", "ceilings", "ink"),
    [
        (0.4, [], "bad"),
        (0.6, [], "good"),
        (0.4, ["error"], "good"),
        (0.6, ["error"], "bad"),
    ],
)
def test_a_ceiling_is_kept_from_below(value, ceilings, ink):
    """What must not be over its target is good below it."""
    text, found = shown(value, ceilings)
    assert found == ink
    assert ("at most 0.5" in text) == bool(ceilings)
