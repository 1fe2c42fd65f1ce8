"""Proofs of a course as a whole: everything is placed once, in an order that can be learned."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.course import Course, Exercise, Kind


def prove_order(course: Course) -> Iterator[Finding]:
    """Yield what is wrong with the order of the course and what lies outside it."""
    yield from unplaced(course)
    yield from placed_twice(course)
    yield from orphans(course)
    yield from taught_before(course)
    yield from offered_names(course)


def unplaced(course: Course) -> Iterator[Finding]:
    for topic in course.topics:
        placed = {name for lesson in topic.lessons for name in lesson.places}
        for name, exercise in topic.exercises.items():
            if name not in placed:
                yield at("placed", exercise.folder / "exercise.toml", "title",
                         f"no lesson places it; put `::: exercise {name}` into one")  # fmt: skip
        for name, demo in topic.demos.items():
            if name not in placed:
                yield at("placed", demo.path, "title",
                         f"no lesson places it; put `::: demo {name}` into one")  # fmt: skip
        for lesson in topic.lessons:
            for name in lesson.places:
                if name not in topic.exercises and name not in topic.demos:
                    yield at("placed", lesson.path, f" {name}",
                             f"there is no exercise or demo {topic.slug}/{name}")  # fmt: skip


def placed_twice(course: Course) -> Iterator[Finding]:
    for topic in course.topics:
        counted = Counter(name for lesson in topic.lessons for name in lesson.places)
        for lesson in topic.lessons:
            for name in lesson.places:
                if counted[name] > 1:
                    yield at("placed", lesson.path, f" {name}", f"{name} is placed twice")
    slugs = Counter(topic.slug for topic in course.topics)
    for slug, count in slugs.items():
        if count > 1:
            yield at("topic", course.root / "lessons" / "course.toml", slug,
                     f"the topic {slug} stands twice in course.toml")  # fmt: skip


def orphans(course: Course) -> Iterator[Finding]:
    """Yield files of a course that its course.toml does not reach."""
    topics = {topic.slug: topic for topic in course.topics}
    for part in ("lessons", "exercises", "solutions"):
        for folder in folders(course.root / part):
            if folder.name not in topics:
                yield Finding("orphan", str(folder), 1,
                              f"course.toml has no topic {folder.name}; add it or remove the "
                              "folder")  # fmt: skip
    for topic in course.topics:
        known = {lesson.path.name for lesson in topic.lessons}
        for path in sorted((course.root / "lessons" / topic.slug).glob("*.md")):
            if path.name not in known:
                yield Finding("orphan", str(path), 1,
                              f"course.toml does not list it under {topic.slug}")  # fmt: skip
        for part in ("exercises", "solutions"):
            for folder in folders(course.root / part / topic.slug):
                if folder.name not in topic.exercises:
                    yield Finding("orphan", str(folder), 1,
                                  "there is no exercise.toml for this folder")  # fmt: skip


def folders(root: Path) -> list[Path]:
    found = sorted(root.iterdir()) if root.is_dir() else []
    return [p for p in found if p.is_dir() and not p.name.startswith(("_", "."))]


def taught_before(course: Course) -> Iterator[Finding]:
    """What an exercise stands on exists, comes earlier, and forms no circle."""
    places = list(course.places)
    for exercise in course.exercises.values():
        path = exercise.folder / "exercise.toml"
        for key in ("prerequisites", "uses"):
            for wanted in getattr(exercise, key):
                if wanted not in course.places:
                    yield at(key, path, wanted, f"there is no {wanted}")
                elif course.places[wanted].kind not in (Kind.EXERCISE, Kind.CAPSTONE):
                    yield at(key, path, wanted, f"{wanted} is not an exercise")
                elif places.index(wanted) >= places.index(exercise.id):
                    yield at(key, path, wanted, f"{wanted} comes later in the course")
        if circle := circle_from(course, exercise):
            yield at(
                "circle",
                path,
                circle[1],
                "prerequisites form a circle: " + " → ".join(circle),
            )


def circle_from(course: Course, start: Exercise) -> list[str]:
    """Return the ids of a circle through `start`, if there is one."""
    waiting = [[start.id]]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        here = course.exercises.get(way[-1])
        for following in (*here.prerequisites, *here.uses) if here else ():
            if following == start.id:
                return [*way, following]
            if following not in seen:
                seen.add(following)
                waiting.append([*way, following])
    return []


def offered_names(course: Course) -> Iterator[Finding]:
    """No exercise uses two that offer the same name to `tutor.yours`."""
    for exercise in course.exercises.values():
        used = [course.exercises[u] for u in exercise.uses if u in course.exercises]
        counted = Counter(name for other in used for name in other.entry)
        for name, count in counted.items():
            if count > 1:
                yield at("uses", exercise.folder / "exercise.toml", "uses",
                         f"{count} of the exercises used here offer {name}")  # fmt: skip
