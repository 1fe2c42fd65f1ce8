"""The course as a map, with a cursor on one of its places."""

from textual import events

from tutor.course import Course, Exercise, Kind
from tutor.course.model import Demo, Place
from tutor.store import Standing
from tutor.tui.services import DONE
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Row, Run, pad, row, row_width
from tutor.viz.typeset.text import wrap

MARKS = {
    "passed": ("✓", "good"), "read": ("✓", "good"), "started": ("◐", "warn"),
    "given_up": ("○", "muted"), "new": ("·", "faint"),
}  # fmt: skip


class CourseMap(Sheet, inherit_bindings=False):
    """The map: topics, lessons, and below each lesson what it places."""

    def __init__(self) -> None:
        super().__init__()
        self.course: Course | None = None
        self.standings: dict[str, Standing] = {}
        self.cursor = ""
        self.lines: dict[str, int] = {}

    def fill(self, course: Course, standings: dict[str, Standing], cursor: str) -> None:
        """Show a course with the cursor on the place `cursor`."""
        self.course, self.standings = course, standings
        self.cursor = cursor
        self.show(self.compose_map)
        self.reveal_cursor()

    def compose_map(self, width: int) -> Picture:
        assert self.course is not None
        rows: Picture = []
        for number, topic in enumerate(self.course.topics, 1):
            places = [p for p in topic.places() if p.kind is not Kind.DEMO]
            done = sum(self.status(p) in DONE for p in places)
            rows += [(), topic_row(number, topic.title, done, len(places), width)]
            rows += wrap([Run(topic.summary, Ink("muted"))], width, row("   "), row("   "))
            rows.append(())
            for place in topic.places():
                self.lines[place.id] = len(rows)
                rows.append(self.place_row(place, width))
        return rows

    def status(self, place: Place) -> str:
        found = self.standings.get(place.id)
        return found.status if found else "new"

    def place_row(self, place: Place, width: int) -> Row:
        here = place.id == self.cursor
        mark, token = MARKS[self.status(place)]
        lead = " ▸ " if here else "   "
        tail = note(place)
        line = row(
            Run(lead, Ink("accent", bold=True)),
            Run("" if place.kind is Kind.LESSON else "   "),
            Run(f"{mark} ", Ink(token, bold=True)),
            Run(
                place.title,
                Ink("title" if here else "text", bold=place.kind is Kind.LESSON),
            ),
        )
        room = width - row_width(line) - len(tail)
        if room >= 2:
            line = (*line, Run(" " * room), Run(tail, Ink("muted")))
        if not here:
            return line
        return pad(tuple(Run(r.text, r.ink._replace(bg="selection")) for r in line),
                   width, Ink("text", "selection"))  # fmt: skip

    def reveal_cursor(self) -> None:
        line = self.lines.get(self.cursor, 0)
        self.reveal(max(0, line - 3), line + 2)

    def move(self, steps: int, *, lessons: bool = False) -> None:
        """Move the cursor by places, or by lessons."""
        if self.course is None:
            return
        ids = list(self.course.places)
        if lessons:
            keep = [i for i in ids if self.course.places[i].kind is Kind.LESSON]
            before = [i for i in keep if ids.index(i) < ids.index(self.cursor)]
            after = [i for i in keep if ids.index(i) > ids.index(self.cursor)]
            self.cursor = (
                (after or [keep[-1]])[0] if steps > 0 else (before or [keep[0]])[-1]
            )
        else:
            at = ids.index(self.cursor) + steps
            self.cursor = ids[max(0, min(at, len(ids) - 1))]
        self.recompose_rows()
        self.reveal_cursor()

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        for place_id, at in self.lines.items():
            if at == line:
                again = place_id == self.cursor
                self.cursor = place_id
                self.recompose_rows()
                if again or event.chain > 1:
                    self.call_later(self.screen.run_action, "screen.open")


def topic_row(number: int, title: str, done: int, total: int, width: int) -> Row:
    """Return a topic's heading with a bar of how much is done."""
    head = row(
        Run(f" {number}  ", Ink("accent", bold=True)), Run(title, Ink("title", bold=True))
    )
    cells = 12
    filled = round(cells * done / total) if total else 0
    tail = row(
        Run("━" * filled, Ink("good")),
        Run("─" * (cells - filled), Ink("faint")),
        Run(f" {done}/{total}", Ink("muted")),
    )
    gap = width - row_width(head) - row_width(tail)
    return (*head, Run(" " * gap), *tail) if gap >= 2 else head


def note(place: Place) -> str:
    """Return what stands at the right of a place."""
    if isinstance(place, Exercise):
        kind = "capstone" if place.kind is Kind.CAPSTONE else place.level
        return f"{kind}  {place.minutes:>3} min"
    if isinstance(place, Demo):
        return "demo" + " " * 9
    return f"{place.minutes:>3} min"
