"""What a course consists of, as frozen data."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from tutor.errors import NotFound
from tutor.protocol import Limits


class Kind(StrEnum):
    """What a place in the course is."""

    LESSON = "lesson"
    EXERCISE = "exercise"
    CAPSTONE = "capstone"
    DEMO = "demo"


class Named:
    """What has an id of the form ``topic/name``."""

    id: str

    @property
    def topic(self) -> str:
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        return self.id.partition("/")[2]


@dataclass(frozen=True)
class Exercise(Named):
    """A task with hidden checks; also a capstone."""

    id: str
    kind: Kind
    title: str
    level: str
    """``easy``, ``medium`` or ``hard``."""
    minutes: int
    needs: str
    """``numpy``, ``gymnasium`` or ``torch``: what the warm host has imported."""
    entry: tuple[str, ...]
    """The names the learner's file must define."""
    folder: Path
    solutions: Path
    rtol: float = 1e-6
    atol: float = 1e-9
    limits: Limits = Limits()
    teaches: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    """Exercises whose code ``tutor.yours`` offers here."""
    sources: tuple[str, ...] = ()
    compare: str = "answers"
    """What a known wrong program must share with a file to explain it (see
    `CheckRequest.compare`)."""

    @property
    def task(self) -> Path:
        return self.folder / "task.md"

    @property
    def starter(self) -> Path:
        return self.folder / "starter.py"

    @property
    def harness(self) -> Path:
        return self.folder / "harness.py"

    @property
    def solution(self) -> Path:
        return self.solutions / "solution.py"

    @property
    def wrong(self) -> list[Path]:
        """The known wrong programs, by name."""
        return sorted(self.solutions.glob("wrong_*.py"))


@dataclass(frozen=True)
class Demo(Named):
    """A program with knobs that draws itself."""

    id: str
    title: str
    path: Path
    needs: str = "numpy"
    uses: tuple[str, ...] = ()
    kind: Kind = Kind.DEMO


@dataclass(frozen=True)
class Lesson(Named):
    """A page of the book, and what it places: exercises and demos, in order."""

    id: str
    title: str
    path: Path
    minutes: int = 10
    summary: str = ""
    places: tuple[str, ...] = ()
    needs: str = "numpy"
    """What its run blocks import: ``numpy``, ``gymnasium`` or ``torch``."""
    kind: Kind = Kind.LESSON


Place = Lesson | Exercise | Demo


@dataclass(frozen=True)
class Topic:
    """A chapter: lessons in order, each followed by what it places."""

    slug: str
    title: str
    summary: str
    lessons: tuple[Lesson, ...]
    exercises: dict[str, Exercise] = field(default_factory=dict)
    demos: dict[str, Demo] = field(default_factory=dict)

    def places(self) -> Iterator[Place]:
        """Yield everything of the topic in course order."""
        for lesson in self.lessons:
            yield lesson
            for name in lesson.places:
                found = self.exercises.get(name) or self.demos.get(name)
                if found is not None:
                    yield found


@dataclass(frozen=True)
class Course:
    """All topics, in order."""

    title: str
    root: Path
    topics: tuple[Topic, ...]

    @cached_property
    def places(self) -> dict[str, Place]:
        """Everything in the course by id, in course order."""
        return {place.id: place for topic in self.topics for place in topic.places()}

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """All exercises and capstones by id, in course order."""
        return {i: p for i, p in self.places.items() if isinstance(p, Exercise)}

    def find(self, selector: str) -> Place:
        """Return the place with this id, or with this name if only one has it.

        Raises:
            NotFound: there is none; names the nearest.
        """
        if selector in self.places:
            return self.places[selector]
        same = [p for p in self.places.values() if p.name == selector]
        if len(same) == 1:
            return same[0]
        names = [*self.places, *(p.name for p in self.places.values())]
        if same:
            ids = " or ".join(place.id for place in same)
            raise NotFound(f"Several places are called {selector!r}: say {ids}.")
        near = difflib.get_close_matches(selector, names, 1, 0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise NotFound(
            f"The course has no {selector!r}.{hint} `dltutor list` shows all there is."
        )

    def exercise(self, selector: str) -> Exercise:
        """Return an exercise or capstone.

        Raises:
            NotFound: there is none, or the place is of another kind.
        """
        place = self.find(selector)
        if not isinstance(place, Exercise):
            raise NotFound(f"{place.id} is a {place.kind}, not an exercise.")
        return place

    def lesson_of(self, place: Place) -> Lesson | None:
        """Return the lesson that places an exercise or demo."""
        for topic in self.topics:
            for lesson in topic.lessons:
                if place.topic == topic.slug and place.name in lesson.places:
                    return lesson
        return None

    def after(self, place_id: str) -> Place | None:
        """Return what comes next in course order."""
        ids = list(self.places)
        if place_id not in ids:
            return None
        at = ids.index(place_id) + 1
        return self.places[ids[at]] if at < len(ids) else None
