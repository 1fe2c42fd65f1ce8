"""The plain loop from Home to a pass, on text alone."""

import io
from pathlib import Path

import pytest

from tutor.plain.session import Session
from tutor.store import Attempt

TINY = Path(__file__).parents[1] / "tiny_course"


@pytest.fixture
def talk(monkeypatch, tmp_path):
    """Return a function that types lines and returns what was said."""
    monkeypatch.setenv("DLTUTOR_HOME", str(tmp_path))

    def run(*typed, prepare=lambda session: None):
        target = io.StringIO()
        session = Session(TINY, io.StringIO("\n".join(typed) + "\n"), target)
        prepare(session)
        assert session.run() == 0
        return target.getvalue()

    return run


def test_a_lesson_is_read_and_its_questions_answered(talk):
    """Section by section, formulas in words, questions where they stand."""
    said = talk("go", "on", "9", "2", "q")
    assert "Twice as much of x is 2 x." in said
    assert "Not quite." in said
    assert "That is the square." in said
    assert "The answer is 6." in said
    assert "Figure: A line that rises." in said


def test_a_wrong_and_a_right_program(talk, tmp_path):
    """A mistake is named in words; a right program passes and leads on."""
    path = tmp_path / "workspace" / "tiny" / "double.py"
    path.parent.mkdir(parents=True)
    path.write_text("def double(x):\n    return x**2\n", "utf-8")
    said = talk("open double", "check", "hint", "q")
    assert "This is a known mistake: square." in said
    assert "Hint 1 of" in said
    path.write_text("def double(x):\n    return 2 * x\n", "utf-8")
    said = talk("open double", "check", "next", "q")
    assert "Passed." in said
    assert "Lesson Second" in said


def test_what_is_typed_wrongly_is_told(talk):
    """An unknown command names the nearest; an unknown place too."""
    said = talk("lst", "open dubble", "list 9", "q")
    assert "Did you mean list?" in said
    assert "Did you mean" in said.split("dubble")[-1]
    assert "a number from 1 to 1" in said


def test_nothing_is_drawn(talk, tmp_path):
    """No boxes, no braille, no escape codes."""
    said = talk("go", "on", "", "", "on", "task", "progress", "find twice", "q")
    assert not any(0x2500 <= ord(char) <= 0x28FF for char in said)
    assert "\x1b" not in said


def test_cards_are_reviewed(talk):
    """A due card is asked, answered and graded."""

    def wrong_yesterday(session):
        now = session.store.clock()
        session.store.clock = lambda: now - 86_400
        session.store.answer("tiny/first", "pick", "0", False)
        session.store.clock = lambda: now

    said = talk("review", "2", "", "q", prepare=wrong_yesterday)
    assert "1 cards are due." in said
    assert "Right." in said
    assert "Nothing more is due." in said


def test_the_reference_waits_for_a_pass(talk):
    """Before a pass it is shown only on giving up, which is said."""
    said = talk("open double", "reference", "reference now", "q")
    assert "shown after a pass" in said
    assert "def double" in said.split("shown after a pass")[1]


def test_earlier_texts_come_back(talk, tmp_path):
    """versions lists kept texts and restores one."""

    def keep(session):
        session.store.record(
            Attempt("tiny/double", session.store.keep("tiny/double", "old = 1\n", "checked"),
                    "failed", 1, 0, 1, 1.0)
        )  # fmt: skip

    talk("open double", "versions", "versions 1", "q", prepare=keep)
    path = tmp_path / "workspace" / "tiny" / "double.py"
    assert path.read_text("utf-8") == "old = 1\n"
