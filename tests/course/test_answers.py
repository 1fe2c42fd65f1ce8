"""Answers are read as people write them, and judged by what they mean."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.answers import is_right, parse_number, reply_to
from tutor.course.blocks import Inline, Question

NO = (Inline("text", "No."),)


def asked(form, answer, within=0.0, replies=None):
    return Question("quiz", "q", (), form, (), answer, within, (), replies or {})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("0,5", 0.5),
        ("-0,5", -0.5),
        ("−3", -3.0),
        ("+3", 3.0),
        ("1/2", 0.5),
        ("-1 / 2", -0.5),
        ("0,5/2", 0.25),
        ("50 %", 0.5),
        ("50%", 0.5),
        ("1/2 %", 0.005),
        ("1e-3", 0.001),
        ("1E3", 1000.0),
        ("  7 ", 7.0),
        ("1 000", 1000.0),
        ("", None),
        ("%", None),
        ("/", None),
        ("1/0", None),
        ("1/2/3", None),
        ("1,000.5", 1000.5),
        ("1,000,000", 1000000.0),
        ("½", None),
        ("seven", None),
        ("2+2", None),
        ("0x10", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    """Points, commas, fractions, percent and powers of ten are read; nothing is run."""
    found = parse_number(text)
    assert found == value if value is None or found is None else math.isclose(found, value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_as_python_writes_it(value):
    """What Python prints is read exactly."""
    assert parse_number(repr(value)) == value


@given(st.text())
def test_any_text_is_a_number_or_none(text):
    """Whatever is typed, there is a float or nothing, and no error."""
    assert isinstance(parse_number(text), float | None)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("0.5", True),
        ("1/2", True),
        ("0.59", True),
        ("0.6", True),
        ("0.4", True),
        ("0.61", False),
        ("0.39", False),
        ("-0.5", False),
        ("", False),
        ("half", False),
        ("nan", False),
        ("inf", False),
    ],
)
def test_a_number_is_right_within_its_bounds(given, right):
    """A number may be off by `within`, ends included; no number is wrong."""
    assert is_right(asked("number", 0.5, 0.1), given) is right


@pytest.mark.parametrize(("given", "right"), [("0.3", True), ("0.30001", False)])
def test_a_number_without_bounds_is_exact_but_for_rounding(given, right):
    """A sum that is not exact in binary does not make an answer wrong."""
    assert is_right(asked("number", 0.1 + 0.2), given) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [("1", True), ("0", False), ("", False), ("0,1", False), ("x", False)],
)
def test_a_choice_is_right_if_it_is_the_one(given, right):
    """Exactly the right choice is right."""
    assert is_right(asked("choice", 1), given) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("0,2", True),
        ("2,0", True),
        ("0", False),
        ("0,1,2", False),
        ("0,2,2", False),
        ("", False),
    ],
)
def test_several_choices_are_right_if_they_are_all_and_only_those(given, right):
    """One missing or one too many is wrong; their order does not matter."""
    assert is_right(asked("several", [2, 0]), given) is right


@pytest.mark.parametrize(
    ("given", "right"), [("2,0,1", True), ("0,1,2", False), ("2,0", False), ("", False)]
)
def test_an_order_is_right_if_it_is_the_order(given, right):
    """The same steps in another order are wrong."""
    assert is_right(asked("order", [2, 0, 1]), given) is right


def test_a_choice_of_odd_digits_is_wrong():
    """An answer that only looks like an index is wrong and no error."""
    assert is_right(asked("choice", 1), "²") is False


def test_a_right_answer_has_no_reply():
    """Replies are for wrong answers, also where one is given for the right number."""
    found = [
        reply_to(asked("number", 3.0, 0.5, {"3.0": NO}), "3"),
        reply_to(asked("choice", 1, replies={"1": NO}), "1"),
    ]
    assert found == [(), ()]


@pytest.mark.parametrize(
    ("given", "reply"),
    [("9", NO), ("9.1", NO), ("18/2", NO), ("9.3", ()), ("8", ()), ("nine", ()), ("", ())],
)
def test_a_wrong_number_has_the_reply_of_its_value(given, reply):
    """A reply belongs to a number within the question's own bounds."""
    assert reply_to(asked("number", 6.0, 0.2, {"2.0": (), "9.0": NO}), given) == reply


def test_replies_to_exact_numbers_are_exact():
    """Without bounds only that very number has the reply."""
    question = asked("number", 6.0, 0.0, {"9.0": NO})
    assert [reply_to(question, "9"), reply_to(question, "9.001")] == [NO, ()]


def test_a_wrong_choice_has_its_reply():
    """A choice is answered by its index; one without reply gets none."""
    question = asked("choice", 1, replies={"0": NO})
    assert [reply_to(question, "0"), reply_to(question, "2")] == [NO, ()]
