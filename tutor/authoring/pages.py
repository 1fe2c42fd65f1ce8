"""Proofs of a page: it parses, its code prints what it says, everything on it draws."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.arithmetic import false_equations, value
from tutor.authoring.findings import Finding, at, line_of
from tutor.authoring.trials import Bench
from tutor.authoring.written import stated_numbers, unfinished
from tutor.course import Course, Exercise, Lesson
from tutor.course.blocks import (
    Callout,
    Code,
    Display,
    Figure,
    Heading,
    Inline,
    Items,
    Paragraph,
    Question,
    Runnable,
    plain,
)
from tutor.course.load import HEAD
from tutor.course.parse import parse_page
from tutor.errors import CourseError, NotFound
from tutor.protocol import Outcome
from tutor.viz import figures, maths
from tutor.viz.ink import picture_width

WIDTH = 76
WORDS = (700, 2200)
CALLOUTS = {"note", "misconception", "recap", "history", "warning"}
FORBIDDEN = re.compile(
    r"\b(simply|obviously|of course|trivially|as everyone knows)\b", re.I
)
PLACE = re.compile(r"^(.*?):(\d+): (.*)$", re.DOTALL)
SUM = re.compile(
    r"(?:[a-z]{2} |[:;(] ?)"
    r"([-−]?\d[\d.]*(?: ?[-−+·×/*] ?\d[\d.]*)+ = [-−]?\d+(?:\.\d+)?)(?![\w·×^])"
)
"""Numbers joined by signs, an equals sign, a number."""


def prove_lesson(bench: Bench, lesson: Lesson) -> Iterator[Finding]:
    """Yield what is wrong with a lesson."""
    blocks, problem = parsed(lesson.path)
    if problem:
        yield problem
        return
    yield from fine_print(bench.course, lesson.path, blocks)
    yield from shape(lesson, blocks)
    yield from misconceptions(bench.course, lesson, blocks)
    yield from runs(bench, lesson, blocks)


def prove_task_page(bench: Bench, exercise: Exercise) -> Iterator[Finding]:
    """Yield what is wrong with a task as a page, its example included."""
    blocks, problem = parsed(exercise.task)
    if problem:
        yield problem
        return
    yield from fine_print(bench.course, exercise.task, blocks)
    yield from examples(bench, exercise)
    for path in exercise.wrong:
        for target in re.findall(r"(?m)^Lesson: (\S+)$", path.read_text(encoding="utf-8")):
            yield from link(bench.course, path, target)


def parsed(path: Path) -> tuple[tuple[Any, ...], Finding | None]:
    """Return the blocks of a page, or why it has none."""
    try:
        text = path.read_text(encoding="utf-8")
        if hidden := re.search("[\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]", text):
            line = text[: hidden.start()].count("\n") + 1
            message = f"an invisible character, U+{ord(hidden[0]):04X}; delete it"
            return (), Finding("characters", str(path), line, message)
        if "\r" in text or "\t" in re.sub(r"```.*?```", "", text, flags=re.DOTALL):
            needle = next(
                x for x in text.splitlines(keepends=True) if "\r" in x or "\t" in x
            )
            return (), at("characters", path, needle.strip(), "tabs or carriage returns; use "
                          "blanks and plain line ends")  # fmt: skip
        return parse_page(path), None
    except CourseError as error:
        found = PLACE.match(str(error))
        line, message = (int(found[2]), found[3]) if found else (1, str(error))
        return (), Finding("parses", str(path), line, message)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        return (), Finding("parses", str(path), 1, f"it cannot be read: {error}")


def walk(value: Any) -> Iterator[Any]:
    """Yield every block and piece of text of a page, outermost first."""
    if isinstance(value, tuple | list):
        for item in value:
            yield from walk(item)
    elif isinstance(value, dict):
        yield from walk(list(value.values()))
    elif hasattr(value, "__slots__") and type(value).__module__.startswith("tutor"):
        yield value
        for name in value.__slots__:
            yield from walk(getattr(value, name))


def fine_print(course: Course, path: Path, blocks: Any) -> Iterator[Finding]:
    """Formulas, links, figures, questions, callouts: each draws and leads somewhere."""
    yield from unfinished(path)
    yield from repeated(path, blocks)
    yield from steps_of_headings(path, blocks)
    anchors: set[str] = set()
    fences = question_lines(path)
    for item in walk(blocks):
        if isinstance(item, Display):
            yield from formula(path, item.tex, display=True)
        elif isinstance(item, Inline):
            yield from running_text(course, path, item)
        elif isinstance(item, Figure):
            yield from figure(path, item)
        elif isinstance(item, Question):
            yield from question(path, next(fences, 1), item)
        elif isinstance(item, Callout) and item.kind not in CALLOUTS:
            known = ", ".join(sorted(CALLOUTS))
            yield at("callout", path, f"[!{item.kind}", f"{item.kind!r} is none of {known}")
        elif isinstance(item, Heading):
            if item.anchor in anchors:
                yield at(
                    "anchor", path, plain(item.content), "two headings have this anchor"
                )
            anchors.add(item.anchor)


def repeated(path: Path, blocks: Any) -> Iterator[Finding]:
    """No paragraph of some length stands on a page twice."""
    seen: set[str] = set()
    for item in walk(blocks):
        if isinstance(item, Paragraph) and len((text := plain(item.content)).split()) > 12:
            if text in seen:
                start = text[:40].partition("\n")[0]
                yield at("repeated", path, start, "this paragraph stands here twice")
            seen.add(text)


def steps_of_headings(path: Path, blocks: Any) -> Iterator[Finding]:
    """A heading is at most one level below the one before."""
    level = 0
    for item in walk(blocks):
        if isinstance(item, Heading):
            if item.level > level + 1:
                yield at(
                    "heading", path, plain(item.content), "a level is skipped above it"
                )
            level = item.level


def running_text(course: Course, path: Path, item: Inline) -> Iterator[Finding]:
    """Formulas, links and wording within a paragraph."""
    if item.kind in ("math", "display"):
        yield from formula(path, item.text, display=item.kind == "display")
    elif item.kind == "link":
        yield from link(course, path, item.target)
    elif item.kind == "text":
        if word := FORBIDDEN.search(item.text):
            yield at(
                "wording", path, word[0], f"{word[0]!r} makes readers feel slow; cut it"
            )
        yield from plain_arithmetic(path, item.text)


def plain_arithmetic(path: Path, text: str) -> Iterator[Finding]:
    """Sums written without maths marks, as in captions and tables, are right too."""
    for sides in SUM.findall(text):
        for wrong in false_equations(sides):
            yield at("arithmetic", path, sides, f"{wrong}; correct the number")


def formula(path: Path, tex: str, *, display: bool) -> Iterator[Finding]:
    """A formula draws, fits, can be read aloud, and its arithmetic is right."""
    try:
        if display:
            width = picture_width(maths.display(tex))
            if width > WIDTH:
                yield at(
                    "formula-width", path, tex, f"{width} cells wide; {WIDTH} is the most"
                )
        else:
            maths.inline(tex)
        maths.spoken(tex)
    except (ValueError, KeyError, IndexError) as error:
        yield at("formula", path, tex, f"the formula cannot be drawn: {error}")
        return
    for wrong in false_equations(tex):
        yield at("arithmetic", path, tex, f"{wrong}; correct the number")


def link(course: Course, path: Path, target: str) -> Iterator[Finding]:
    """A link names a place of the course and, behind #, a heading of a lesson."""
    if target.startswith(("http://", "https://")):
        yield at(
            "link",
            path,
            target,
            "links lead to places of the course; cite sources in words",
        )
        return
    place, _, anchor = target.partition("#")
    try:
        found = course.find(place)
    except NotFound as error:
        yield at("link", path, target, f"the link leads nowhere: {error}")
        return
    if not anchor:
        return
    if not isinstance(found, Lesson):
        yield at(
            "link", path, target, f"{place} is a {found.kind} and has no headings to link"
        )
        return
    blocks, _ = parsed(found.path)
    known = [b.anchor for b in walk(blocks) if isinstance(b, Heading)]
    if anchor not in known:
        yield at("link", path, target,
                 f"{place} has no heading #{anchor}; it has {', '.join(known)}")  # fmt: skip


def figure(path: Path, item: Figure) -> Iterator[Finding]:
    """A figure has a caption and draws within the width, with something on it."""
    yield from plain_arithmetic(path, item.caption)
    if len(item.caption.split()) < 3:
        yield at("caption", path, item.text, "a figure's caption says what to see")
    try:
        picture = figures.draw(item.text, str(path))
    except Exception as error:
        line = line_of(path, item.text) + failing_line(error, str(path)) - 1
        yield Finding("figure", str(path), line,
                      f"it cannot be drawn: {type(error).__name__}: {error}")  # fmt: skip
        return
    if not any(run.text.strip() for line in picture for run in line):
        yield at("figure", path, item.text, "the figure is empty")


def failing_line(error: Exception, filename: str) -> int:
    """Return the line of a piece of code at which it failed; 1 if that is not known."""
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == filename), 1)


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


def shape(lesson: Lesson, blocks: Any) -> Iterator[Finding]:
    """A lesson has all the parts that a reader learns by."""
    path, items = lesson.path, list(walk(blocks))
    kinds = [item.kind for item in items if isinstance(item, Question)]
    callouts = {item.kind for item in items if isinstance(item, Callout)}
    words = len(HEAD.sub("", path.read_text(encoding="utf-8")).split())
    first = blocks[0] if blocks else None
    wishes = [
        (isinstance(first, Heading) and first.level == 1, "it starts with `# Title`"),
        (isinstance(first, Heading) and plain(first.content) == lesson.title,
         "the heading is the title of the front matter"),
        (kinds.count("predict") >= 2, "it needs two predictions at least"),
        (kinds.count("quiz") >= 1, "it needs a quiz"),
        (any(isinstance(i, Figure) for i in items), "it needs a figure"),
        ("misconception" in callouts, "it needs a misconception box"),
        ("recap" in callouts, "it needs a recap"),
        (bool(blocks) and isinstance(blocks[-1], Items), "it ends in the list of its sources"),
        (WORDS[0] <= words <= WORDS[1], f"it has {words} words, not {WORDS[0]} to {WORDS[1]}"),
        (bool(lesson.summary.strip()), "the front matter needs a `summary`"),
        (words / 250 < lesson.minutes <= 60,
         "`minutes` is at most 60, and enough to read it"),
    ]  # fmt: skip
    for holds, wish in wishes:
        if not holds:
            yield at("lesson-shape", path, "# ", wish)


def misconceptions(course: Course, lesson: Lesson, blocks: Any) -> Iterator[Finding]:
    """Each misconception box is called as a wrong program of the topic."""
    known = {
        path.stem.removeprefix("wrong_")
        for exercise in course.exercises.values()
        if exercise.topic == lesson.topic
        for path in exercise.wrong
    }
    for item in walk(blocks):
        if isinstance(item, Callout) and item.kind == "misconception":
            if item.name and item.name not in known:
                yield at("misconception", lesson.path, f"[!misconception {item.name}]",
                         f"no exercise of the topic has a wrong_{item.name}.py")  # fmt: skip
            if not item.title:
                yield at("misconception", lesson.path, "[!misconception", "it has no title")


def runs(bench: Bench, lesson: Lesson, blocks: Any) -> Iterator[Finding]:
    """Every run block prints exactly the output that stands below it."""
    uses = tuple(bench.course.exercises)
    for item in walk(blocks):
        if isinstance(item, Code) and item.language == "output":
            yield at("output", lesson.path, item.text, "this output follows no run block")
        if not isinstance(item, Runnable):
            continue
        printed = bench.printed(item.text, lesson.needs, uses)
        if printed.outcome is not Outcome.PASSED:
            places = printed.feedback.places if printed.feedback else []
            said = printed.feedback.message if printed.feedback else printed.outcome
            line = line_of(lesson.path, item.text) + (places[-1].line - 1 if places else 0)
            yield Finding("run", str(lesson.path), line, f"the code does not run: {said}")
        elif printed.text != item.output:
            yield differing(lesson.path, item, printed.text)


def differing(path: Path, item: Runnable, printed: str) -> Finding:
    """Return a finding at the first line of an output that is not what the code prints."""
    if not item.output:
        return at("output", path, item.text, "put what it prints into an `output` block")
    pairs = zip(item.output.splitlines(), [*printed.splitlines(), ""], strict=False)
    shown, real = next(((a, b) for a, b in pairs if a != b), ("", printed))
    line = line_of(path, shown, after=line_of(path, item.text))
    message = f"the page says {shown!r}, the code prints {real!r}"
    return Finding("output", str(path), line, message)


EXAMPLE = """
import doctest

class First(doctest.DocTestRunner):
    told = ""

    def report_failure(self, out, test, example, got):
        shown, real = example.want.strip(), got.strip()
        self.told = self.told or f"LINE {{example.lineno + 1}}\\n{{shown}}\\nBUT\\n{{real}}"

    def report_unexpected_exception(self, out, test, example, error):
        self.report_failure(out, test, example, f"{{error[0].__name__}}: {{error[1]}}")

space = {{}}
exec(compile({solution!r}, "solution.py", "exec"), space)
import numpy as np
space["np"] = np
if {needs!r} == "torch":
    import torch
    space["torch"] = torch
test = doctest.DocTestParser().get_doctest({text!r}, space, "task", "task.md", 0)
flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
first = First(verbose=False, optionflags=flags)
first.run(test, out=lambda text: None)
print(first.told)
"""


def examples(bench: Bench, exercise: Exercise) -> Iterator[Finding]:
    """The example of a task prints with the solution what it shows."""
    text = exercise.task.read_text(encoding="utf-8")
    listings = re.sub(r"(?m)^```.*$", "", text)
    if ">>>" not in text:
        return
    source = EXAMPLE.format(
        solution=exercise.solution.read_text(encoding="utf-8"), text=listings,
        needs=exercise.needs,
    )  # fmt: skip
    printed = bench.printed(source, exercise.needs, (*exercise.uses,))
    if printed.outcome is not Outcome.PASSED:
        said = printed.feedback.message if printed.feedback else printed.outcome
        yield at("example", exercise.task, ">>>", f"the example cannot be run: {said}")
    elif found := re.match(r"LINE (\d+)\n(.*)\nBUT\n(.*)", printed.text, re.DOTALL):
        wanted, got = (" ".join(part.split())[:120] for part in found.groups()[1:])
        yield Finding("example", str(exercise.task), int(found[1]),
                      f"the task shows {wanted!r}, the solution gives {got!r}")  # fmt: skip
