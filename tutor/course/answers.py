"""Answers to questions: reading them, and telling right from wrong.

An answer is kept as text: a number as typed, choices as indexes joined by commas.
"""

import re

from tutor.course.blocks import Inlines, Question

THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


def parse_number(text: str) -> float | None:
    """Return the number in `text`: 0.5, .5, 1/2, 50 %, 1e-3, 0,5 or 10,401; None if it is none."""
    cleaned = text.strip().replace("−", "-").replace(" ", "")
    scale = 1.0
    if cleaned.endswith("%"):
        cleaned, scale = cleaned[:-1], 0.01
    if THOUSANDS.fullmatch(cleaned):
        cleaned = cleaned.replace(",", "")
    if cleaned.count(",") == 1 and "." not in cleaned:
        cleaned = cleaned.replace(",", ".")
    top, slash, bottom = cleaned.partition("/")
    try:
        value = float(top) / float(bottom) if slash else float(top)
    except (ValueError, ZeroDivisionError):
        return None
    return value * scale


def is_right(question: Question, given: str) -> bool:
    """Return whether an answer is right; of several choices, all and only the right ones."""
    if question.form == "number":
        value = parse_number(given)
        return value is not None and abs(value - question.answer) <= question.within + 1e-12
    picked = [int(part) for part in given.split(",") if part.isdecimal()]
    if question.form == "order":
        return picked == list(question.answer)
    wanted = question.answer if isinstance(question.answer, list) else [question.answer]
    return sorted(picked) == sorted(wanted)


def reply_to(question: Question, given: str) -> Inlines:
    """Return what the author says to this particular wrong answer; empty if nothing."""
    if is_right(question, given):
        return ()
    if question.form != "number":
        return question.replies.get(given, ())
    value = parse_number(given)
    for key, reply in question.replies.items():
        if value is not None and abs(value - float(key)) <= max(question.within, 1e-9):
            return reply
    return ()
