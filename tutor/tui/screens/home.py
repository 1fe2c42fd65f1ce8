"""Home: the course as a map, with the place to go on under the cursor.

The first frame is two lines and a word; the map is imported and mounted after it.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.css.query import NoMatches
from textual.widgets import Static

from tutor.tui.actions import HOME, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.titlebar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.tui.widgets.course_map import CourseMap

DETAILS_FROM = 120
"""Screen width from which what is under the cursor is described beside the map."""


class HomeScreen(TutorScreen):
    """The course map."""

    ACTIONS: ClassVar[Table] = HOME
    ABOUT = (
        "The course. A tick is done, a half circle begun. Enter opens what is under the "
        "cursor; on a topic it folds and unfolds."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HOME)]
    DEFAULT_CSS = """
    HomeScreen #body { height: 1fr; }
    HomeScreen CourseMap { width: 1fr; }
    HomeScreen #details { width: 46; display: none; background: $surface; padding: 0 2; }
    HomeScreen.-details #details { display: block; }
    HomeScreen #news { height: auto; max-height: 6; padding: 0 1; background: $surface; }
    """

    def compose(self) -> ComposeResult:
        yield TitleBar("dltutor", "learn deep learning by building it")
        yield Static("\n  opening the course …", id="opening", markup=False)
        yield KeyBar(HOME)

    def on_screen_resume(self) -> None:
        if self.tutor.is_open:
            self.fill()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= DETAILS_FROM, "-details")

    @property
    def map(self) -> "CourseMap | None":
        """The map, once it is there."""
        from tutor.tui.widgets.course_map import CourseMap

        try:
            return self.query_one(CourseMap)
        except NoMatches:
            return None

    def fill(self) -> None:
        """Show the course as it stands."""
        if self.map is not None:
            self.show_course()
            return
        from tutor.tui.widgets.course_map import CourseMap
        from tutor.tui.widgets.sheet import Sheet

        self.query_one("#opening").remove()
        news = Sheet(id="news")
        news.can_focus = False
        details = Sheet(id="details")
        details.can_focus = False
        body = Horizontal(CourseMap(), details, id="body")
        self.mount_all([news, body], before=self.query_one(KeyBar))
        self.call_after_refresh(self.show_course)

    def show_course(self) -> None:
        services = self.services
        standings = services.store.standings()
        cursor = services.next_place(standings)
        if self.map is not None:
            fresh = frozenset(services.new_places())
            self.map.fill(services.course, standings, cursor.id, fresh)
            self.map.focus()
        bar = self.query_one(TitleBar)
        bar.title = f"dltutor  {services.course.title}"
        bar.note = f"c continues: {cursor.title}"
        self.show_news()
        self.work("reviews", self.count_reviews)

    async def count_reviews(self) -> None:
        """Say how many cards are due, once the deck has been looked through."""
        due = await self.services.due_cards()
        self.query_one(KeyBar).urgent = f"{due} due" if due else ""
        self.show_news(due)

    def show_news(self, due: int = 0) -> None:
        from tutor.tui.widgets.news import news_picture
        from tutor.tui.widgets.sheet import Sheet

        sheet = self.query_one("#news", Sheet)
        services = self.services
        sheet.show(lambda width: news_picture(services, due, width))
        sheet.styles.height = len(sheet.picture)

    def on_course_map_moved(self) -> None:
        from tutor.tui.widgets.news import details_picture
        from tutor.tui.widgets.sheet import Sheet

        at, services = self.map.cursor if self.map else "", self.services
        details: Sheet = self.query_one("#details", Sheet)
        details.show(lambda width: details_picture(services, at, width))

    def targets(self) -> list[Target]:
        """Return every topic and place in view."""
        board = self.map
        if board is None:
            return []
        top, shown = board.content_region.y, board.content_region.height
        found = []
        for stop, line in board.lines.items():
            y = line - board.scroll_offset.y
            if 0 <= y < shown:
                found.append(Target(board.content_region.x + 1, top + y, self.goer(stop)))
        return found

    def goer(self, stop: str) -> "Callable[[], None]":
        def go() -> None:
            if self.map is not None:
                self.map.go(stop)
                self.action_open()

        return go

    def action_cursor(self, steps: int) -> None:
        if self.map is not None:
            self.map.move(steps)

    def action_jump_topic(self, steps: int) -> None:
        if self.map is not None:
            self.map.move_topic(steps)

    def action_open(self) -> None:
        if self.map is not None and self.map.cursor and not self.map.fold():
            self.tutor.open_place(self.map.cursor)

    def action_resume(self) -> None:
        if self.tutor.is_open:
            place = self.services.next_place(self.services.store.standings())
            self.tutor.open_place(place.id)

    def action_back(self) -> None:
        """Home is where everything goes back to."""
