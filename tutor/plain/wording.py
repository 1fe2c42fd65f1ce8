"""Pages, verdicts and cards in words, one idea a line."""

import textwrap
from collections.abc import Iterator, Sequence

from tutor.course.blocks import (
    Block,
    Callout,
    Code,
    Display,
    Figure,
    Footnotes,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Placed,
    Question,
    Rule,
    Runnable,
    Table,
)
from tutor.protocol import CaseResult, Diagnosis, Feedback, Outcome, Shown, Verdict
from tutor.viz.feedback import WORDS

WIDTH = 76
KINDS = {"note": "Note", "misconception": "Misconception", "recap": "Recap",
         "history": "History", "warning": "Mind this"}  # fmt: skip


def page(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a page line by line; questions are left to whoever asks them."""
    for block in blocks:
        yield from block_lines(block)
        yield ""


def block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'Heading' if block.level > 1 else 'Title'}: {said(block.content)}"
        case Paragraph():
            yield from wrapped(said(block.content))
        case Display():
            yield from wrapped(f"Formula: {formula(block.tex)}.")
        case Code():
            yield from listing(block.text)
        case Runnable():
            yield from listing(block.text)
            yield "It prints:"
            yield from (f"  {line}" for line in block.output.rstrip("\n").split("\n"))
        case Figure():
            yield from wrapped(f"Figure: {block.caption}")
        case Items():
            yield from items(block)
        case Callout():
            title = f": {block.title}" if block.title else ""
            yield from wrapped(f"{KINDS.get(block.kind, 'Note')}{title}.")
            yield from page(block.blocks)
        case Table():
            yield from table(block)
        case Placed():
            yield f"Here belongs the {block.kind} {block.name}."
        case Footnotes():
            for number, note in enumerate(block.notes, 1):
                yield from wrapped(f"Footnote {number}: {' '.join(page(note))}")
        case Question():
            yield from question(block)
        case Rule():
            yield ""


def wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH) or [""]


def listing(text: str) -> Iterator[str]:
    yield "Code:"
    yield from (f"  {line}" for line in text.rstrip("\n").split("\n"))
    yield "End of code."


def items(block: Items) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.ordered else "Item:"
        head, *rest = item
        if isinstance(head, Paragraph):
            yield from wrapped(f"{mark} {said(head.content)}")
        else:
            yield mark
            rest = list(item)
        yield from (line for line in page(rest) if line)


def table(block: Table) -> Iterator[str]:
    """Yield a table row by row, each cell with the name of its column."""
    names = [said(cell) for cell in block.header]
    yield f"Table of {len(block.rows)} rows."
    for number, cells in enumerate(block.rows, 1):
        parts = [f"{name}: {said(cell)}" if name else said(cell)
                 for name, cell in zip(names, cells, strict=True)]  # fmt: skip
        yield from wrapped(f"Row {number}. {'; '.join(parts)}.")


def question(block: Question) -> Iterator[str]:
    yield "Prediction." if block.kind == "predict" else "Quiz."
    yield from (line for line in page(block.ask) if line)
    for number, choice in enumerate(block.choices, 1):
        yield from wrapped(f"{number}. {said(choice)}")


def said(content: Inlines) -> str:
    """Return running text with its formulas in words."""
    parts = []
    for part in content:
        if part.kind in ("math", "display"):
            parts.append(formula(part.text))
        elif part.kind == "note":
            parts.append(f" (footnote {part.target.partition(':')[2]})")
        else:
            parts.append(" " if part.kind == "break" else part.text)
    return "".join(parts)


def formula(tex: str) -> str:
    from tutor.viz import maths

    try:
        return maths.spoken(tex)
    except maths.MathError:
        return tex


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """Yield a verdict: the outcome, each case, and the first failure at length."""
    passed = sum(case.outcome is Outcome.PASSED for case in verdict.cases)
    yield f"{WORDS[verdict.outcome]}. {passed} of {len(verdict.cases)} cases."
    if verdict.feedback:
        yield from feedback_lines(verdict.feedback)
    opened = False
    for number, case in enumerate(verdict.cases, 1):
        yield from wrapped(f"Case {number}, {case.outcome.replace('_', ' ')}: {case.title}")
        if case.feedback and not opened:
            opened = True
            yield from case_lines(case)
    for name, value in verdict.metrics.items():
        target = verdict.targets.get(name)
        yield f"{name}: {value:.4g}" + ("" if target is None else f", target {target:.4g}")


def case_lines(case: CaseResult) -> Iterator[str]:
    assert case.feedback is not None
    yield from feedback_lines(case.feedback)
    if case.printed.strip():
        yield "Your code printed:"
        yield from (f"  {line}" for line in case.printed.rstrip("\n").split("\n")[:8])


def feedback_lines(feedback: Feedback) -> Iterator[str]:
    yield from wrapped(feedback.message)
    for place in feedback.places[-3:]:
        yield f"Line {place.line}: {place.text.strip()}"
    if feedback.call:
        yield f"The call was: {feedback.call}"
    for value in (*feedback.arguments, feedback.expected, feedback.got):
        if value is not None:
            yield from value_lines(value)
    if feedback.difference:
        yield from wrapped(feedback.difference)
    for hunch in feedback.hunches:
        yield from wrapped(f"Perhaps: {hunch}")


def value_lines(value: Shown) -> Iterator[str]:
    """Yield a value; of a small array each row, with the places that are wrong."""
    if value.cells is None:
        yield from wrapped(
            f"{value.label}, {value.summary}: {' '.join(value.text.split())}"
        )
        return
    yield f"{value.label}, {value.summary}:"
    wrong = {(y, x) for y, x in value.marked}
    for y, cells in enumerate(value.cells):
        parts = [f"{text} (wrong)" if (y, x) in wrong else text
                 for x, text in enumerate(cells)]  # fmt: skip
        yield f"  row {y}: {', '.join(parts)}"


def diagnosis_lines(diagnosis: Diagnosis) -> Iterator[str]:
    """Yield the named mistake and its explanation."""
    from tutor.course.parse import parse

    name = (diagnosis.misconception or "").replace("_", " ")
    yield f"This is a known mistake: {name}."
    yield from (line for line in page(parse(diagnosis.explanation)) if line)
    if diagnosis.lesson:
        yield f"Read again: {diagnosis.lesson}"
