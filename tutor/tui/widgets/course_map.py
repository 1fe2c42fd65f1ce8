"""The course as a map: topics that fold, and a cursor on one of its lines."""

from textual import events
from textual.message import Message

from tutor.course import Course, Exercise, Kind
from tutor.course.model import Demo, Place, Topic
from tutor.store import Standing
from tutor.tui.services import DONE
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Row, Run, pad, row, row_width

MARKS = {
    "passed": ("✓", "good"), "read": ("✓", "good"), "started": ("◐", "warn"),
    "given_up": ("○", "muted"), "new": ("·", "faint"),
}  # fmt: skip
BAR_CELLS = 12


class CourseMap(Sheet, inherit_bindings=False):
    """The map: topics, lessons, and below each lesson what it places."""

    class Moved(Message):
        """The cursor came to another line."""

    def __init__(self) -> None:
        super().__init__()
        self.course: Course | None = None
        self.standings: dict[str, Standing] = {}
        self.fresh: frozenset[str] = frozenset()
        self.unfolded: set[str] = set()
        self.cursor = ""
        """Id of the place, or slug of the topic, that the cursor is on."""
        self.lines: dict[str, int] = {}
        """Row of each topic and place in view, in order."""

    def fill(
        self,
        course: Course,
        standings: dict[str, Standing],
        cursor: str,
        fresh: frozenset[str] = frozenset(),
    ) -> None:
        """Show a course with the cursor on the place `cursor`; `fresh` are new places."""
        self.course, self.standings, self.fresh = course, standings, fresh
        self.put_cursor(cursor)
        self.show(self.compose_map)
        self.reveal_cursor()

    def put_cursor(self, at: str) -> None:
        self.cursor = at
        self.unfolded.add(at.partition("/")[0])
        self.post_message(self.Moved())

    def compose_map(self, width: int) -> Picture:
        assert self.course is not None
        rows: Picture = []
        width -= 1  # keeps clear of the scrollbar
        self.lines = {}
        for number, topic in enumerate(self.course.topics, 1):
            self.lines[topic.slug] = len(rows) + (
                number > 1 and topic.slug in self.unfolded
            )
            rows += [()] if number > 1 and topic.slug in self.unfolded else []
            rows.append(self.topic_row(number, topic, width))
            for place in topic.places() if topic.slug in self.unfolded else ():
                self.lines[place.id] = len(rows)
                rows.append(self.place_row(place, width))
            rows += [()] if topic.slug in self.unfolded else []
        return rows

    def status(self, place: Place) -> str:
        found = self.standings.get(place.id)
        return found.status if found else "new"

    def topic_row(self, number: int, topic: Topic, width: int) -> Row:
        """Return a topic's heading with a bar of how much is done."""
        places = [p for p in topic.places() if p.kind is not Kind.DEMO]
        done = sum(self.status(p) in DONE for p in places)
        fold = "▾" if topic.slug in self.unfolded else "▸"
        head = row(
            Run(f" {fold} ", Ink("accent")),
            Run(f"{number:>2}  ", Ink("muted")),
            Run(topic.title, Ink("title", bold=True)),
        )
        filled = round(BAR_CELLS * done / len(places)) if places else 0
        tail = row(
            Run("━" * filled, Ink("good")),
            Run("─" * (BAR_CELLS - filled), Ink("faint")),
            Run(f" {done:>2}/{len(places):<2}", Ink("muted")),
        )
        gap = width - row_width(head) - row_width(tail)
        line = (*head, Run(" " * gap), *tail) if gap >= 2 else head
        return selected(line, width) if topic.slug == self.cursor else line

    def place_row(self, place: Place, width: int) -> Row:
        here = place.id == self.cursor
        mark, token = MARKS[self.status(place)]
        line = row(
            Run("      " if place.kind is Kind.LESSON else "         "),
            Run(f"{mark} ", Ink(token, bold=True)),
            Run(place.title, Ink("title" if here else "text", bold=here)),
        )
        tail = "new   " if place.id in self.fresh else ""
        tail += note(place)
        room = width - row_width(line) - len(tail)
        if room >= 2:
            line = (*line, Run(" " * room), Run(tail, Ink("muted")))
        return selected(line, width) if here else line

    def reveal_cursor(self) -> None:
        line = self.lines.get(self.cursor, 0)
        self.reveal(max(0, line - 3), line + 3)

    def go(self, at: str) -> None:
        """Put the cursor on a place or topic in view."""
        self.cursor = at
        self.post_message(self.Moved())
        self.recompose_rows()
        self.reveal_cursor()

    def move(self, steps: int) -> None:
        """Move the cursor by lines."""
        stops = list(self.lines)
        if stops:
            at = stops.index(self.cursor) if self.cursor in stops else 0
            self.go(stops[max(0, min(at + steps, len(stops) - 1))])

    def move_topic(self, steps: int) -> None:
        """Move the cursor to the next topic's heading, or the one before."""
        if self.course is None:
            return
        slugs = [topic.slug for topic in self.course.topics]
        here = self.cursor.partition("/")[0]
        at = slugs.index(here)
        step = 0 if steps < 0 and self.cursor != here else steps
        self.go(slugs[max(0, min(at + step, len(slugs) - 1))])

    def fold(self) -> bool:
        """Fold or unfold the topic under the cursor; false when it is on a place."""
        if "/" in self.cursor:
            return False
        self.unfolded ^= {self.cursor}
        self.recompose_rows()
        self.reveal_cursor()
        return True

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        for stop, at in self.lines.items():
            if at == line:
                again = stop == self.cursor
                self.go(stop)
                if again or event.chain > 1 or "/" not in stop:
                    self.call_later(self.screen.run_action, "screen.open")


def selected(line: Row, width: int) -> Row:
    """Return a row under the cursor: marked by its ground and by an arrow."""
    marked = tuple(Run(r.text, r.ink._replace(bg="selection")) for r in line)
    arrow = Run("▶", Ink("accent", "selection", bold=True))
    first = marked[0]._replace(text=marked[0].text[1:])
    return pad((arrow, first, *marked[1:]), width, Ink("text", "selection"))


def note(place: Place) -> str:
    """Return what stands at the right of a place."""
    if isinstance(place, Exercise):
        kind = "capstone" if place.kind is Kind.CAPSTONE else place.level
        return f"{kind}  {place.minutes:>3} min"
    if isinstance(place, Demo):
        return "demo" + " " * 9
    return f"{place.minutes:>3} min"
