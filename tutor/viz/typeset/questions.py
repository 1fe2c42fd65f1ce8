"""Live questions: before the answer and after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tutor.course.answers import is_right, reply_to
from tutor.course.blocks import Block, Question
from tutor.viz.ink import Ink, Picture, Row, Run, row
from tutor.viz.typeset.text import runs_of, wrap

if TYPE_CHECKING:
    from tutor.viz.typeset.page import Page, Reading

    Typeset = Callable[[Sequence[Block], int, Reading | None], Page]

HOW = {
    "number": "type a number, then Enter",
    "choice": "press its digit",
    "several": "press all that apply, then Enter",
    "order": "press the digits in order",
}


def question_rows(
    question: Question, width: int, reading: Reading, typeset: Typeset
) -> Picture:
    """Return a question, with its explanation once it has been answered."""
    given = reading.answers.get(question.name)
    focused = reading.focus == question.name
    token = "accent" if given is None else "good" if is_right(question, given) else "warn"
    bar = row(Run("▌ " if focused else "│ ", Ink(token, bold=focused)))
    word = "Predict" if question.kind == "predict" else "Quiz"
    state = (
        "" if given is None else "  right" if is_right(question, given) else "  not quite"
    )
    hint = f"  {HOW[question.form]}" if focused and given is None else ""
    rows: Picture = [
        row(
            Run(word, Ink(token, bold=True)),
            Run(state, Ink(token, bold=True)),
            Run(hint, Ink("muted")),
        )
    ]
    rows += typeset(question.ask, width - 2, None).rows
    rows += choices(question, width - 2, given)
    if given is not None:
        rows += revealed(question, width - 2, given, typeset)
    return [(*bar, *line) for line in rows]


def choices(question: Question, width: int, given: str | None) -> Picture:
    """Return the choices, numbered; after the answer the right ones are ticked."""
    picked = given.split(",") if given and question.choices else []
    rows: Picture = []
    for number, choice in enumerate(question.choices):
        mark = mark_of(question, number, picked, given is not None)
        lead = row(Run(f" {mark} ", Ink("good" if mark == "✓" else "bad")),
                   Run(f"{number + 1}  ", Ink("accent", bold=True)))  # fmt: skip
        rows += wrap(runs_of(choice), width, lead, row("      "))
    return rows


def mark_of(question: Question, number: int, picked: list[str], answered: bool) -> str:
    if not answered:
        return " "
    if question.form == "order":
        return str(question.answer.index(number) + 1)
    wanted = question.answer if isinstance(question.answer, list) else [question.answer]
    if number in wanted:
        return "✓"
    return "✗" if str(number) in picked else " "


def revealed(question: Question, width: int, given: str, typeset: Typeset) -> Picture:
    """Return what was answered, what is said to it, and why the answer is so."""
    rows: Picture = []
    if question.form == "number":
        lead: Row = row(Run("you: ", Ink("muted")), Run(given, Ink("title", bold=True)),
                        Run("   answer: ", Ink("muted")),
                        Run(f"{question.answer:g}", Ink("title", bold=True)))  # fmt: skip
        rows.append(lead)
    if reply := reply_to(question, given):
        rows += wrap(runs_of(reply), width)
    rows += typeset(question.because, width, None).rows
    return rows
