"""Proofs of an exercise by reading its files: nothing is run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.authoring.harnesses import harness_is_closed, statement_is_complete
from tutor.authoring.promises import answer_in_comments, prove_promises
from tutor.authoring.statements import explanations, task_is_whole, telling_lines
from tutor.authoring.surfaces import one_surface
from tutor.course import Exercise

LEVELS = ("easy", "medium", "hard")
TOOLSETS = ("numpy", "gymnasium", "torch")
COMPARED = ("answers", "outcomes")
SLUG = re.compile(r"[a-z][a-z0-9_]*")
FILES = {"exercise.toml", "task.md", "starter.py", "harness.py"}
SOLUTIONS = re.compile(r"(solution|also_\w+|wrong_\w+)\.py|equivalent\.toml")


def prove_files(exercise: Exercise) -> Iterator[Finding]:
    """Yield what is wrong with the files as they stand."""
    missing = list(absent(exercise))
    yield from missing
    if missing:
        return
    broken = [f for path in programs(exercise) if (f := unreadable(path))]
    yield from broken
    if broken:
        return
    yield from described(exercise)
    yield from strangers(exercise)
    yield from one_surface(exercise)
    yield from task_is_whole(exercise)
    yield from statement_is_complete(exercise)
    yield from explanations(exercise)
    yield from harness_is_closed(exercise)
    yield from prove_promises(exercise)
    yield from answer_in_comments(exercise.starter, telling_lines(exercise))


def absent(exercise: Exercise) -> Iterator[Finding]:
    for path in (exercise.task, exercise.starter, exercise.harness, exercise.solution):
        if not path.is_file():
            yield Finding("files", str(path), 1, "this file is missing; write it, or copy "
                          "that of another exercise and change it")  # fmt: skip


def programs(exercise: Exercise) -> list[Path]:
    return [exercise.starter, exercise.harness, *sorted(exercise.solutions.glob("*.py"))]


def unreadable(path: Path) -> Finding | None:
    """Return a finding when a file is no Python in UTF-8."""
    try:
        ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        return Finding("python", str(path), error.lineno or 1, f"not Python: {error.msg}")
    except (UnicodeDecodeError, ValueError) as error:
        return Finding("python", str(path), 1, f"it cannot be read: {error}")
    return None


def described(exercise: Exercise) -> Iterator[Finding]:
    """exercise.toml holds what people and tools need, each of a known kind."""
    path = exercise.folder / "exercise.toml"
    wishes = [
        ("title", bool(exercise.title.strip()), "give it a title"),
        ("level", exercise.level in LEVELS, f"the level is one of {', '.join(LEVELS)}"),
        ("minutes", 0 < exercise.minutes <= 240, "minutes are between 1 and 240"),
        ("needs", exercise.needs in TOOLSETS, f"needs is one of {', '.join(TOOLSETS)}"),
        ("compare", exercise.compare in COMPARED, f"compare: {' or '.join(COMPARED)}"),
        ("entry", bool(exercise.entry), "name in `entry` what the file must define"),
        ("teaches", bool(exercise.teaches), "say in `teaches` which objectives it covers"),
        ("sources", bool(exercise.sources), "name a source with its section"),
        ("rtol", 0 <= exercise.rtol < 0.1, "a relative tolerance of 0.1 accepts anything"),
        ("atol", 0 <= exercise.atol < 1, "an absolute tolerance of 1 accepts anything"),
        ("seconds", 0 < exercise.limits.seconds <= 300, "a check takes up to 300 s"),
        ("call_seconds", 0 < exercise.limits.call_seconds <= exercise.limits.seconds,
         "call_seconds is at most seconds"),
        ("memory_mib", 256 <= exercise.limits.memory_mib <= 16384,
         "memory_mib is between 256 and 16384"),
    ]  # fmt: skip
    for key, holds, wish in wishes:
        if not holds:
            yield at("description", path, key, f"`{key}` is wrong: {wish}")
    if not SLUG.fullmatch(exercise.name):
        yield at("slug", path, "title", "the folder's name is not lower_snake_case")


def strangers(exercise: Exercise) -> Iterator[Finding]:
    """No file lies beside those the program reads."""
    for path in sorted(exercise.folder.iterdir()):
        if path.name not in FILES and path.name != "__pycache__":
            yield Finding("stray-file", str(path), 1, "nothing reads this file; remove it")
    for path in sorted(exercise.solutions.iterdir()):
        if not SOLUTIONS.fullmatch(path.name) and path.name != "__pycache__":
            yield Finding("stray-file", str(path), 1,
                          "nothing reads this file; it is named solution.py, "
                          "also_<style>.py, wrong_<name>.py or equivalent.toml")  # fmt: skip
