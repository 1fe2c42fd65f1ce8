"""A question is read from TOML, or its author is told what contradicts what."""

import pytest

from tutor.course.blocks import Inline, Paragraph
from tutor.course.parse import parse, parse_inline
from tutor.course.questions import parse_question

HEAD = 'ask = "How many?"\nbecause = "So many."\n'


def question(body, head=HEAD):
    return parse_question("quiz", head + body, parse, parse_inline)


def text(words):
    return (Inline("text", words),)


def test_a_number_is_asked():
    """An answer that is a number is exact unless `within` is given."""
    found = question("answer = 3")
    assert (found.form, found.answer, found.within, found.choices) == ("number", 3.0, 0, ())
    assert question("answer = 0.5\nwithin = 0.1").within == 0.1


def test_ask_and_because_are_pages():
    """Both texts are Markdown of their own."""
    found = question("answer = 3")
    assert found.ask == (Paragraph(text("How many?")),)
    assert found.because == (Paragraph(text("So many.")),)


def test_a_choice_is_asked():
    """One of several texts is right, and known by its index."""
    found = question('choices = ["one", "*two*"]\nanswer = "*two*"')
    assert (found.form, found.answer) == ("choice", 1)
    assert found.choices == (text("one"), (Inline("emphasis", "two"),))


def test_several_choices_are_asked():
    """A list of answers asks for all of them, in whatever order they are named."""
    found = question('choices = ["a", "b", "c"]\nanswer = ["c", "a"]')
    assert (found.form, found.answer) == ("several", [2, 0])


def test_one_answer_in_a_list_still_asks_for_several():
    """A list of one is answered like a list of more."""
    found = question('choices = ["a", "b"]\nanswer = ["b"]')
    assert (found.form, found.answer) == ("several", [1])


def test_an_order_is_asked():
    """Steps are shown in another order, and the answer puts them right."""
    steps = ["forward", "loss", "backward", "step"]
    found = question(f"order = {steps}")
    shown = [parts[0].text for parts in found.choices]
    assert found.form == "order"
    assert [shown[i] for i in found.answer] == steps


def test_an_order_is_shuffled_always_alike():
    """The order shown depends on nothing but the steps, not on how they are listed."""
    one, other = question("order = ['a', 'b', 'c']"), question("order = ['c', 'b', 'a']")
    assert one.choices == other.choices


def test_a_step_may_come_twice():
    """A step that is repeated has two places in the right order."""
    assert sorted(question("order = ['a', 'b', 'a']").answer) == [0, 1, 2]


def test_replies_to_numbers_go_by_the_number():
    """However a number is written in `when`, its reply is found by its value."""
    found = question('answer = 3\n[when]\n"9" = "Square."\n"1e1" = "Ten."')
    assert found.replies == {"9.0": text("Square."), "10.0": text("Ten.")}


def test_replies_to_choices_go_by_the_index():
    """A reply to a choice is found by the index of the choice."""
    found = question('choices = ["a", "b"]\nanswer = "b"\n[when]\n"a" = "No, $x$."')
    assert found.replies == {"0": parse_inline("No, $x$.")}


def test_a_name_is_given_or_follows_from_the_question():
    """Without a name the question's text makes one, always the same."""
    one, other = question("answer = 3"), question("answer = 4")
    assert question('answer = 3\nname = "many"').name == "many"
    assert one.name == other.name
    assert question("answer = 3", HEAD.replace("How", "So")).name != one.name


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "`answer` must be a number, or there must be `choices`"),
        ("answer = true", "`answer` must be a number, or there must be `choices`"),
        ("answer = '3'", "`answer` must be a number, or there must be `choices`"),
        ("choices = []\nanswer = 'a'", "`answer` must be a number, or there must be"),
        ("choices = ['a']\nanswer = 'b'", "the answer 'b' is not among the choices"),
        ("choices = ['a']\nanswer = ['a', 'b']", "the answer 'b' is not among the choices"),
        ("choices = ['a']", "the answer None is not among the choices"),
        ("answer = 1\nhint = 'no'", "unknown key 'hint'; known: answer, ask, because, cho"),
        ("answer = 1\nwithin = 'x'", "could not convert string to float: 'x'"),
        ("answer = 1\n[when]\nmany = 'No.'", "could not convert string to float: 'many'"),
        (
            "choices = ['a']\nanswer = 'a'\n[when]\nb = 'No.'",
            "`when` names 'b', which is not among the choices",
        ),
        ("answer = 1\nanswer = 2", "Cannot overwrite a value"),
    ],
)
def test_a_contradiction_is_told(body, message):
    """What is missing, unknown or impossible is said in the author's own words."""
    with pytest.raises(ValueError, match=r".") as error:
        question(body)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("key", ["ask", "because"])
@pytest.mark.parametrize("value", [None, '""'], ids=["missing", "empty"])
def test_a_question_needs_its_texts(key, value):
    """Without `ask` or `because` there is nothing to commit to or to learn."""
    lines = {"ask": '"a"', "because": '"b"', key: value}
    head = "".join(f"{k} = {v}\n" for k, v in lines.items() if v)
    with pytest.raises(ValueError, match=f"a quiz needs `{key}`"):
        question("answer = 1", head)
