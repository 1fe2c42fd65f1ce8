"""Proofs of what code on a page prints: run blocks of lessons, examples of tasks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.findings import Finding, at, line_of
from tutor.authoring.reading import walk
from tutor.authoring.trials import Bench
from tutor.course import Exercise, Lesson
from tutor.course.blocks import Code, Runnable
from tutor.protocol import Outcome


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
