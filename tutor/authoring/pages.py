"""Proofs of a page: it parses, and has all the parts that a reader learns by."""

import re
from collections.abc import Iterator
from typing import Any

from tutor.authoring.findings import Finding, at
from tutor.authoring.fineprint import fine_print, link
from tutor.authoring.outputs import examples, runs
from tutor.authoring.reading import parsed, walk
from tutor.authoring.trials import Bench
from tutor.course import Course, Exercise, Lesson
from tutor.course.blocks import Callout, Figure, Heading, Items, Question, plain
from tutor.course.load import HEAD

WORDS = (700, 2200)


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
