"""The action tables: one meaning a key, and keys that may be changed."""

import re

import pytest

from tutor.tui import keymap
from tutor.tui.actions import EVERYWHERE, HOME, TABLES
from tutor.tui.screens.comparing import CompareScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lab import LabScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.replay import ReplayScreen
from tutor.tui.screens.review import ReviewScreen
from tutor.tui.screens.runs import RunsScreen
from tutor.tui.screens.settings import SettingsScreen
from tutor.tui.screens.theatre import TheatreScreen
from tutor.tui.screens.training import TrainingScreen
from tutor.tui.screens.versions import VersionsScreen
from tutor.tui.widgets.choices import Choices
from tutor.tui.widgets.course_map import CourseMap
from tutor.tui.widgets.run_view import RunView
from tutor.tui.widgets.sheet import Sheet, Stage


def test_ids_are_unique():
    """An id names one action."""
    ids = [action.id for actions in TABLES.values() for action in actions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", TABLES)
def test_a_key_means_one_thing_on_a_screen(name):
    """No two actions of a table share a key."""
    keys = [k for action in TABLES[name] for k in action.keys.split(",") if k]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", TABLES)
def test_every_action_says_what_it_does(name):
    """Each has a label of a few words and a sentence."""
    for action in TABLES[name]:
        assert len(action.label) <= 16
        assert action.help.endswith(".")


def test_the_keys_as_they_are_have_no_faults():
    """Changing nothing is allowed."""
    assert keymap.faults({}) == []


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"home.fly": "x"}, "No action is called"),
        ({"any.quit": ""}, "must keep a key"),
        ({"home.continue": "j"}, "is both"),
        ({"home.continue": "question_mark"}, "is both"),
    ],
)
def test_a_clash_is_told(wanted, said):
    """What cannot be is said in a sentence."""
    assert any(said in fault for fault in keymap.faults(wanted))


def test_changed_keys_are_shown():
    """Footer and help show the keys that hold."""
    keymap.adopt({"home.continue": "z,ctrl+z"})
    try:
        action = next(a for a in HOME if a.id == "home.continue")
        assert keymap.first_key(action) == "z"
        assert keymap.all_keys(action) == "z ^Z"
    finally:
        keymap.adopt({})


def test_nothing_essential_needs_keys_that_terminals_take():
    """No action depends on a function key or on ^B, ^J alone (tmux, editors, consoles)."""
    for actions in (*TABLES.values(), EVERYWHERE):
        for action in actions:
            keys = [k for k in action.keys.split(",") if k]
            taken = [k for k in keys if re.fullmatch(r"ctrl\+[bj]|f[0-9]+", k)]
            assert not keys or len(taken) < len(keys), action.id


@pytest.mark.parametrize(
    ("screen", "widget"),
    [
        (TheatreScreen, Stage), (CompareScreen, Stage), (TrainingScreen, RunView),
        (ReplayScreen, RunView), (LabScreen, Stage), (ReviewScreen, Stage),
        (RunsScreen, Choices), (SettingsScreen, Choices), (VersionsScreen, Choices),
        (HomeScreen, CourseMap), (ProgressScreen, Sheet),
    ],
)  # fmt: skip
def test_what_has_the_focus_takes_no_key_of_its_screen(screen, widget):
    """The widget that holds the keys hands on those that mean something to the screen."""
    mine = set(screen._merged_bindings.key_to_bindings)
    assert not mine & set(widget._merged_bindings.key_to_bindings)
