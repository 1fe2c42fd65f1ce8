"""The presets of the boundary painter do what they say."""

import sys

import pytest

from tutor.course import load_course
from tutor.judge import Checker
from tutor.worker import borrowing

COURSE = load_course()


@pytest.fixture
def painter(monkeypatch):
    """The demo as a module, on the references of what it uses."""
    demo = COURSE.find("ann/boundary_painter")
    yours = borrowing.Yours(Checker(COURSE, None).borrowed(demo.uses, own=False))
    monkeypatch.setitem(sys.modules, "tutor.yours", yours)
    return borrowing.module_of(demo.path.read_text("utf-8"), demo.path.name, demo.name)


def test_presets_do_what_they_say(painter):
    """Those called solved solve their goal; those that fail on purpose do fail."""
    start = {knob["name"]: knob["value"] for knob in painter.KNOBS}
    goals = set()
    for preset in painter.PRESETS:
        scene = painter.draw(start | preset["values"])
        solved = scene["say"].startswith("Solved")
        assert solved == preset["name"].endswith(" solved"), preset["name"]
        assert solved != preset["say"].startswith("Fails on purpose."), preset["name"]
        goals |= {preset["values"]["goal"]} if solved else set()
    assert goals == set(painter.ENOUGH)
