"""Proofs of the words of an exercise: the task, its hints, what is said of mistakes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.course import Exercise
from tutor.course.tasks import HINTS

LESSON_LINE = re.compile(r"^Lesson: (\S+/\S+#\S+)$", re.MULTILINE)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b", re.IGNORECASE)


def task_is_whole(exercise: Exercise) -> Iterator[Finding]:
    """The task has title, contract, example and four hints, and nothing left to do."""
    path = exercise.task
    text = path.read_text(encoding="utf-8")
    statement, cut, hints = text.partition(HINTS)
    if not text.startswith("# "):
        yield at("task-title", path, "", "a task starts with `# Title`")
    for part in ("## Contract", "## Example"):
        if f"\n{part}\n" not in statement:
            yield at("task-parts", path, "#", f"the section `{part}` is missing")
    steps = len(re.findall(r"(?m)^### ", hints))
    if not cut or steps != 4:
        yield at("hints", path, "## Hints",
                 f"there are {steps} hints below `## Hints`; four are wanted: the goal "
                 "restated, where the lesson says it, the structure, almost the code")  # fmt: skip
    for part in re.split(r"(?m)^(?=### )", hints)[1:]:
        if len(part.split()) < 8:
            yield at("hints", path, part.splitlines()[0], "this hint says next to nothing")
    for name in exercise.entry:
        if name not in statement:
            yield at("task-entry", path, "#", f"the task never names `{name}`")
    yield from unfinished(path)
    yield from given_away(exercise, hints)


def unfinished(path: Path) -> Iterator[Finding]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := UNFINISHED.search(line):
            yield Finding("unfinished", str(path), number, f"{found[0]!r} is still here")


def given_away(exercise: Exercise, hints: str) -> Iterator[Finding]:
    """No hint and no explanation holds the solution's telling lines as they are."""
    telling = telling_lines(exercise)
    places = [(exercise.task, hints)]
    for path in exercise.wrong:
        places.append((path, ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""))
    for path, text in places:
        if len(given := [line for line in telling if line in text]) > max(
            1, len(telling) // 2
        ):
            yield at("given-away", path, given[0],
                     f"the solution stands here: `{given[0]}`; a learner should still have "
                     "something to write")  # fmt: skip


def telling_lines(exercise: Exercise) -> list[str]:
    """Return the lines of the solution that a learner has to find."""
    body = exercise.solution.read_text(encoding="utf-8")
    start = set(map(str.strip, exercise.starter.read_text(encoding="utf-8").splitlines()))
    lines = [line.strip() for line in ast.unparse(ast.parse(body)).splitlines()]
    return [
        x
        for x in lines
        if len(x) > 18
        and x not in start
        and not x.startswith(("def ", "import", "from", "'", '"'))
    ]


def explanations(exercise: Exercise) -> Iterator[Finding]:
    """Each wrong program explains itself, and names a paragraph of a lesson."""
    seen: dict[str, Path] = {}
    for path in exercise.wrong:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        text = ast.get_docstring(tree) or ""
        body = LESSON_LINE.sub("", text).strip()
        if len(body.split()) < 15 or "\n\n" not in body:
            yield at("explanation", path, '"""',
                     "the docstring is what the learner reads: a first line that says what "
                     "the program does wrong, a blank line, and why it matters")  # fmt: skip
        if not LESSON_LINE.search(text):
            yield at("explanation", path, '"""',
                     "the docstring ends in no line `Lesson: topic/lesson#heading`")  # fmt: skip
        code = ast.dump(ast.Module([*tree.body[1:]], []))
        if code in seen:
            yield at("twice", path, "", f"this is the same program as {seen[code].name}")
        seen[code] = path
