"""What all screens share: course, store, workspace and checker, opened after first paint."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tutor.course import Course, Exercise, Kind, load_course
from tutor.course.blocks import Block
from tutor.course.model import Place
from tutor.course.parse import parse_page
from tutor.judge import Checker
from tutor.store import Standing, Store
from tutor.workspace import Workspace

DONE = ("passed", "read")


@dataclass
class Services:
    """The app's headless half."""

    course: Course
    store: Store
    workspace: Workspace
    checker: Checker

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
