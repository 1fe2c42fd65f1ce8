"""What all screens share: course, store, workspace and checker, opened after first paint."""

import asyncio
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.course import Course, Exercise, Kind, load_course
from tutor.course.blocks import Block
from tutor.course.model import Place, Topic
from tutor.course.parse import parse_page
from tutor.judge import Checker
from tutor.settings import Settings
from tutor.store import Standing, Store
from tutor.workspace import Workspace

if TYPE_CHECKING:
    from tutor.course.glossary import Glossary
    from tutor.course.searching import Line
    from tutor.review.deck import Deck

DONE = ("passed", "read")


@dataclass
class Services:
    """The app's headless half."""

    course: Course
    store: Store
    workspace: Workspace
    checker: Checker
    settings: Settings = field(default_factory=Settings)
    gained: list[str] | None = None
    lines: "list[Line] | None" = None

    @classmethod
    def open(cls, course_folder: Path | None) -> "Services":
        """Open everything; blocks for some tens of milliseconds, so call it in a thread.

        Raises:
            TutorError: the course or the store cannot be opened.
        """
        course = load_course(course_folder)
        store = Store()
        return cls(course, store, Workspace(store), Checker(course, store))

    def status(self, place: Place, standings: dict[str, Standing]) -> str:
        found = standings.get(place.id)
        return found.status if found else "new"

    def next_place(self, standings: dict[str, Standing]) -> Place:
        """Return where to go on: the place last left, else the first that is not done."""
        places = list(self.course.places.values())
        last = self.store.setting("place", "")
        if last in self.course.places:
            place = self.course.places[last]
            if self.status(place, standings) not in DONE:
                return place
            at = places.index(place)
            places = places[at:] + places[:at]
        return next(
            (
                p
                for p in places
                if p.kind is not Kind.DEMO and self.status(p, standings) not in DONE
            ),
            places[0],
        )

    def is_passed(self, exercise: str) -> bool:
        return self.store.passed_source(exercise) is not None

    def title(self, place_id: str) -> str:
        """Return the title of a place; its id where the course has it no more."""
        place = self.course.places.get(place_id)
        return place.title if place else place_id

    def topic_of(self, place: Place) -> Topic:
        """Return the topic that holds a place."""
        return next(t for t in self.course.topics if t.slug == place.topic)

    def new_places(self) -> list[str]:
        """Return the places that the course has gained since the app ran last."""
        if self.gained is None:
            known = self.store.setting("known_places")
            now = list(self.course.places)
            self.gained = [] if known is None else [i for i in now if i not in known]
            self.store.set_setting("known_places", now)
        return self.gained

    async def due_cards(self) -> int:
        """Return how many review cards are due now."""
        deck = await asyncio.to_thread(self.open_deck)
        return len(deck.due(self.settings.reviews_a_day))

    def open_deck(self) -> "Deck":
        """Return the review cards, brought up to what was done since."""
        from tutor.review.deck import Deck

        deck = Deck(self.course, self.store)
        deck.gather()
        return deck

    def course_lines(self) -> "list[Line]":
        """Return the text of the course, read once."""
        from tutor.course.searching import lines_of
        from tutor.viz.typeset.text import formula

        if self.lines is None:
            self.lines = lines_of(self.course, formula)
        return self.lines

    @cached_property
    def glossary(self) -> "Glossary":
        """The terms of all topics."""
        from tutor.course.glossary import load_glossary

        return load_glossary(self.course)

    def title_of(self, place_id: str, standings: dict[str, Standing]) -> str:
        """Return the title of a placed exercise or demo, with its state."""
        place = self.course.places.get(place_id)
        if place is None:
            return place_id
        state = self.status(place, standings)
        marks = {"passed": "  ✓ passed", "started": "  ◐ started"}
        level = (
            f"  ({place.level}, {place.minutes} min)" if isinstance(place, Exercise) else ""
        )
        return place.title + marks.get(state, level)


@lru_cache(maxsize=16)
def page_blocks(path: Path, changed: float) -> tuple[Block, ...]:
    """Return a page's blocks, parsed once for each version of its file."""
    return parse_page(path)
