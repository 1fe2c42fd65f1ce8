"""What a check found, for the eye: the list of cases and the anatomy of a failure.

Learner text is only ever put into runs; it is never parsed as markup.
"""

from collections.abc import Iterable

from tutor.protocol import CaseResult, Diagnosis, Feedback, Outcome, Shown, Verdict
from tutor.viz.ink import Ink, Picture, Run, beside, indent, pad, picture_width, row
from tutor.viz.typeset.text import wrap

MARKS = {
    Outcome.PASSED: ("✓", "good"),
    Outcome.FAILED: ("✗", "bad"),
    Outcome.NOT_RUN: ("·", "faint"),
}
WORDS = {
    Outcome.PASSED: "Passed",
    Outcome.FAILED: "Not yet",
    Outcome.RAISED: "Your code raised an error",
    Outcome.TIMED_OUT: "Out of time",
    Outcome.OUT_OF_MEMORY: "Out of memory",
    Outcome.OUTPUT_FLOOD: "Too much output",
    Outcome.CRASHED: "The process of your code ended",
    Outcome.NOT_IMPORTABLE: "The file cannot be loaded",
    Outcome.INTERNAL_ERROR: "The checker failed; this says nothing about your code",
}


def verdict_line(verdict: Verdict) -> Picture:
    """Return the outcome in words, with counts and time."""
    passed = sum(case.outcome is Outcome.PASSED for case in verdict.cases)
    token = "good" if verdict.outcome is Outcome.PASSED else "bad"
    mark = "✓" if verdict.outcome is Outcome.PASSED else "✗"
    counts = f"   {passed} of {len(verdict.cases)}   {verdict.elapsed_ms:.0f} ms"
    return [
        row(
            Run(f"{mark} {WORDS[verdict.outcome]}", Ink(token, bold=True)),
            Run(counts, Ink("muted")),
        )
    ]


def case_line(case: CaseResult, width: int) -> Picture:
    """Return one case's mark and title."""
    mark, token = MARKS.get(case.outcome, ("✗", "bad"))
    ink = Ink("muted" if case.outcome in (Outcome.PASSED, Outcome.NOT_RUN) else "text")
    lead = row(Run(f" {mark} ", Ink(token, bold=True)))
    return wrap([Run(case.title, ink)], width, lead, row("   "))


def verdict_picture(
    verdict: Verdict, width: int, diagnosis: Diagnosis | None = None
) -> Picture:
    """Return everything about a check, the first failure open and the others folded."""
    picture = verdict_line(verdict)
    if verdict.feedback:
        picture += [(), *feedback_picture(verdict.feedback, width)]
    opened = False
    for case in verdict.cases if not verdict.feedback else []:
        picture += case_line(case, width)
        if case.feedback and not opened:
            opened = True
            picture += indent(case_picture(case, width - 3), 3)
            if diagnosis and diagnosis.misconception:
                picture += indent([(), *diagnosis_picture(diagnosis, width - 3), ()], 3)
    return picture + metrics_picture(verdict)


def case_picture(case: CaseResult, width: int) -> Picture:
    """Return what is known about a case that did not pass."""
    picture = feedback_picture(case.feedback, width) if case.feedback else []
    return picture + printed_picture(case.printed, width)


def printed_picture(text: str, width: int) -> Picture:
    """Return what the learner's code printed."""
    if not text.strip():
        return []
    lines = text.rstrip("\n").split("\n")[:8]
    picture: Picture = [(), row(Run("your code printed", Ink("muted")))]
    for line in lines:
        picture += wrap([Run(line, Ink("text"))], width, row("  "), row("  "))
    return picture


def printed_result(text: str, feedback: Feedback | None, width: int) -> Picture:
    """Return what a program printed, and the error that ended it, if any."""
    rows: Picture = []
    for line in text.rstrip("\n").split("\n") if text.strip() else []:
        shown = Run(line.expandtabs(4).replace(" ", "\u00a0"), Ink("text"))
        rows += wrap([shown], width) if line else [()]
    if feedback is not None:
        rows += [(), *feedback_picture(feedback, width)]
    return rows or [row(Run("(nothing)", Ink("muted")))]


def feedback_picture(feedback: Feedback, width: int) -> Picture:
    """Return the message, the call, expected beside got, where they differ, and hunches."""
    picture = wrap([Run(feedback.message, Ink("title", bold=True))], width)
    for place in feedback.places[-3:]:
        where = f"line {place.line}  "
        picture.append(
            row(Run(where, Ink("bad", bold=True)), Run(place.text.strip(), Ink("code")))
        )
    if feedback.call:
        picture += [(), *wrap([Run(feedback.call, Ink("code"))], width)]
    values = [shown_picture(s, width) for s in feedback.arguments if needs_room(s)]
    picture += flow(values, width)
    compared = [shown_picture(s, width) for s in (feedback.expected, feedback.got) if s]
    picture += flow(compared, width)
    if feedback.difference:
        picture += [(), *wrap([Run(feedback.difference, Ink("text"))], width)]
    for hunch in feedback.hunches:
        lead = row(Run("→ ", Ink("warn", bold=True)))
        picture += wrap([Run(hunch, Ink("warn"))], width, lead, row("  "))
    return picture


def needs_room(shown: Shown) -> bool:
    """Return whether an argument stands beside the call, since the call names it only."""
    return shown.cells is not None or "\n" in shown.text or "array" in shown.summary


def flow(pictures: list[Picture], width: int) -> Picture:
    """Return pictures side by side where they fit, else one below the other."""
    if not pictures:
        return []
    joined = beside(*pictures, gap=3)
    if picture_width(joined) <= width:
        return [(), *joined]
    return [line for picture in pictures for line in ((), *picture)]


def shown_picture(shown: Shown, width: int) -> Picture:
    """Return a value under its label: a table with the wrong cells marked, or text."""
    head = row(
        Run(shown.label, Ink("accent", bold=True)), Run(f"  {shown.summary}", Ink("muted"))
    )
    if shown.cells is None:
        lines = [
            Run(text.replace(" ", "\u00a0"), Ink("text")) for text in shown.text.split("\n")
        ]
        rows = [line for run in lines for line in wrap([run], max(20, width - 2))]
        return [head, *indent(rows, 2)]
    return [head, *table(shown.cells, {(y, x) for y, x in shown.marked})]


def table(cells: list[list[str]], marked: set[tuple[int, int]]) -> Picture:
    """Return small arrays cell by cell; a wrong cell stands in brackets."""
    widths = [max(len(line[x]) for line in cells) for x in range(len(cells[0]))]
    picture: Picture = []
    for y, line in enumerate(cells):
        runs = [Run("  ")]
        for x, text in enumerate(line):
            wrong = (y, x) in marked
            ink = Ink("bad", bold=True) if wrong else Ink("text")
            left, right = ("[", "]") if wrong else (" ", " ")
            runs.append(Run(f"{left}{text:>{widths[x]}}{right}", ink))
        picture.append(tuple(runs))
    return picture


def diagnosis_picture(diagnosis: Diagnosis, width: int) -> Picture:
    """Return the named mistake and its explanation, set like a lesson."""
    name = (diagnosis.misconception or "").replace("_", " ")
    bar = row(Run("┃ ", Ink("warn")))
    title = [
        Run("This is a known mistake: ", Ink("warn")),
        Run(name, Ink("warn", bold=True)),
    ]
    body = prose(diagnosis.explanation, width - 2)
    rows = [*wrap(title, width - 2), *body]
    if diagnosis.lesson:
        rows += [(), row(Run(f"Read again: {diagnosis.lesson}", Ink("muted")))]
    return [(*bar, *line) for line in rows]


def metrics_picture(verdict: Verdict) -> Picture:
    """Return measured figures beside their targets."""
    if not verdict.metrics:
        return []
    widest = max(map(len, verdict.metrics))
    picture: Picture = [()]
    for name, value in verdict.metrics.items():
        target = verdict.targets.get(name)
        beside_it = "" if target is None else f"   target {target:.4g}"
        token = "text" if target is None else "good" if value >= target else "bad"
        picture.append(
            row(
                *pad((Run(name, Ink("muted")),), widest + 2),
                Run(f"{value:.4g}", Ink(token, bold=True)),
                Run(beside_it, Ink("muted")),
            )
        )
    return picture


def hints_picture(hints: Iterable[str], width: int) -> Picture:
    """Return hints as Markdown sections."""
    return prose("\n\n".join(hints), width)


def prose(markdown: str, width: int) -> Picture:
    """Return Markdown set like a lesson; imports what that needs when it is needed."""
    from tutor.course.parse import parse
    from tutor.viz.typeset.page import typeset

    return typeset(parse(markdown), width).rows
