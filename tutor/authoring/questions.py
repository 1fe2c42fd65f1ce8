"""Proofs of a page's questions: they can be answered, and explain the answer they have."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.arithmetic import stated_numbers, value
from tutor.authoring.findings import Finding
from tutor.authoring.reading import walk
from tutor.course.blocks import Inline, Question, plain


def question_lines(path: Path) -> Iterator[int]:
    """Yield the lines at which the questions of a page begin, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (i for i, x in enumerate(lines, 1) if re.match(r"`{3,}(predict|quiz)\b", x))


def question(path: Path, line: int, item: Question) -> Iterator[Finding]:
    """A question's answer can be given, and its explanation ends at that answer."""

    def wrong(message: str) -> Finding:
        return Finding("question", str(path), line, message)

    if item.form == "number":
        if item.within < 0 or (item.within == 0 and item.answer != round(item.answer)):
            yield wrong("`within` says how far a number may be off")
        for key in item.replies:
            if abs(float(key) - item.answer) <= item.within:
                yield wrong(f"`when` {key} answers a right answer")
        told = numbers_in(item.because)
        exact = item.within < 0.2 * abs(item.answer) or item.answer == 0
        if (
            exact
            and told
            and not any(abs(n - item.answer) <= max(item.within, 1e-9) for n in told)
        ):
            yield wrong(f"the explanation never arrives at the answer {item.answer:g}; it "
                     "shows other numbers")  # fmt: skip
    else:
        if len(item.choices) < 2 or len({plain(c) for c in item.choices}) < len(
            item.choices
        ):
            yield wrong("choices are at least two, all different")
        if item.form == "several" and len(item.answer) in (0, len(item.choices)):
            yield wrong("some choices are right and some wrong")
    if not item.because:
        yield wrong("`because` explains the answer")


def numbers_in(blocks: Any) -> list[float]:
    """Return all numbers in a piece of text, those of its formulas worked out too."""
    found: list[float] = []
    for item in walk(blocks):
        text = item.text if isinstance(item, Inline) else getattr(item, "tex", "")
        if isinstance(text, str):
            worked = [value(part) for part in re.split(r"=|\\approx|≈", text)]
            found += [n for n in worked if n is not None]
            found += stated_numbers(text)
            words = re.findall(r"[a-z]+", text.lower())
            found += [IN_WORDS[word] for word in words if word in IN_WORDS]
    return found


COUNTED = "zero one two three four five six seven eight nine ten eleven twelve"
IN_WORDS = {word: float(n) for n, word in enumerate(COUNTED.split())} | {
    "no": 0.0, "none": 0.0, "never": 0.0, "once": 1.0, "twice": 2.0, "half": 0.5,
}  # fmt: skip
