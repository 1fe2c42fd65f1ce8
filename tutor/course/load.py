"""Reads a course: order from course.toml, places from the lessons' directive lines."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from tutor.course.location import course_root
from tutor.course.model import Course, Demo, Exercise, Kind, Lesson, Topic
from tutor.errors import CourseError
from tutor.protocol import Limits

DIRECTIVE = re.compile(r"^::: (exercise|demo) ([a-z0-9_]+) *$", re.MULTILINE)
"""A line of a lesson that places an exercise or a demo."""
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
"""A lesson's front matter, which is TOML."""
DEMO_HEAD = re.compile(r"^# /// demo\n((?:#.*\n)*?)# ///$", re.MULTILINE)
"""A demo's metadata, TOML in comments."""
NUMBER = re.compile(r"^\d+_")
TABLES = {"limits", "tolerance"}


def load_course(given: Path | None = None) -> Course:
    """Return the course in `given`, or the shipped one.

    Raises:
        CourseError: a file is missing or malformed; names file and, where known, line.
    """
    root = course_root(given)
    table = read_toml(root / "lessons" / "course.toml")
    with naming(root / "lessons" / "course.toml"):
        topics = tuple(load_topic(root, item) for item in table.get("topic", []))
    return Course(table.get("title", root.name), root, topics)


def load_topic(root: Path, table: dict[str, Any]) -> Topic:
    slug = table["slug"]
    folder = root / "lessons" / slug
    lessons = tuple(load_lesson(folder / f"{stem}.md", slug) for stem in table["lessons"])
    exercises = {
        path.parent.name: load_exercise(root, path)
        for path in sorted((root / "exercises" / slug).glob("*/exercise.toml"))
    }
    demos = {p.stem: load_demo(p, slug) for p in sorted(folder.glob("demos/*.py"))}
    summary = table.get("summary", "")
    return Topic(slug, table["title"], summary, lessons, exercises, demos)


def load_lesson(path: Path, topic: str) -> Lesson:
    """Return a lesson's head and places, without parsing its text."""
    text = read(path)
    head = front_matter(text, path)
    places = tuple(name for _, name in DIRECTIVE.findall(text))
    name = NUMBER.sub("", path.stem)
    return Lesson(
        f"{topic}/{name}",
        head.get("title", name),
        path,
        head.get("minutes", 10),
        head.get("summary", ""),
        places,
        head.get("needs", "numpy"),
    )


def front_matter(text: str, path: Path) -> dict[str, Any]:
    """Return the TOML table at the head of a lesson."""
    found = HEAD.match(text)
    return parse_toml(found[1], path) if found else {}


def load_exercise(root: Path, path: Path) -> Exercise:
    """Return the exercise described by an exercise.toml."""
    table = read_toml(path)
    folder = path.parent
    exercise_id = f"{folder.parent.name}/{folder.name}"
    known = {item.name for item in fields(Exercise)} - {"id", "folder", "solutions"}
    known = (known | TABLES) - {"rtol", "atol"}
    if unknown := set(table) - known:
        raise CourseError(f"{path}: unknown key {sorted(unknown)[0]!r}; known: {known}.")
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
    }
    with naming(path):
        limits = Limits(**plain.pop("limits", {}))
        tolerance = plain.pop("tolerance", {})
        plain["kind"] = Kind(plain.get("kind", "exercise"))
        return Exercise(
            id=exercise_id,
            folder=folder,
            solutions=root / "solutions" / exercise_id,
            limits=limits,
            **tolerance,
            **plain,
        )


def load_demo(path: Path, topic: str) -> Demo:
    """Return the demo in a Python file, described in its head comment."""
    found = DEMO_HEAD.search(read(path))
    if not found:
        raise CourseError(f"{path}: a demo starts with a `# /// demo` comment block.")
    lines = [line.removeprefix("#").strip() for line in found[1].splitlines()]
    head = parse_toml("\n".join(lines), path)
    uses = tuple(head.get("uses", ()))
    with naming(path):
        return Demo(
            f"{topic}/{path.stem}", head["title"], path, head.get("needs", "numpy"), uses
        )


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Tell what is missing or wrong in a table with the file it stands in."""
    try:
        yield
    except KeyError as error:
        raise CourseError(f"{path}: the key {error} is missing.") from error
    except (TypeError, ValueError) as error:
        raise CourseError(f"{path}: {error}.") from error


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CourseError(f"{path}: is not UTF-8 text ({error}).") from error


def read_toml(path: Path) -> dict[str, Any]:
    return parse_toml(read(path), path)


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path}: {error}.") from error
