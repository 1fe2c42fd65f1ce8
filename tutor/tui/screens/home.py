"""Home: the course as a map, with the place to go on under the cursor.

The first frame is two lines and a word; the map is imported and mounted after it.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.widgets import Static

from tutor.tui.actions import HOME, bindings, hints
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.titlebar import TitleBar

if TYPE_CHECKING:
    from tutor.tui.widgets.course_map import CourseMap


class HomeScreen(TutorScreen):
    """The course map."""

    ACTIONS = HOME
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HOME)]

    def compose(self) -> ComposeResult:
        yield TitleBar("dltutor", "learn deep learning by building it")
        yield Static("\n  opening the course …", id="opening", markup=False)
        yield KeyBar(hints(HOME))

    def on_screen_resume(self) -> None:
        if self.tutor.is_open:
            self.fill()

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

        self.query_one("#opening").remove()
        self.mount(CourseMap(), before=self.query_one(KeyBar))
        self.call_after_refresh(self.show_course)

    def show_course(self) -> None:
        services = self.services
        standings = services.store.standings()
        cursor = services.next_place(standings)
        if self.map is not None:
            self.map.fill(services.course, standings, cursor.id)
            self.map.focus()
        bar = self.query_one(TitleBar)
        bar.title = f"dltutor  {services.course.title}"
        bar.note = f"c continues: {cursor.title}"

    def action_cursor(self, steps: int) -> None:
        if self.map is not None:
            self.map.move(steps)

    def action_jump(self, steps: int) -> None:
        if self.map is not None:
            self.map.move(steps, lessons=True)

    def action_open(self) -> None:
        if self.map is not None and self.map.cursor:
            self.tutor.open_place(self.map.cursor)

    def action_resume(self) -> None:
        if self.tutor.is_open:
            place = self.services.next_place(self.services.store.standings())
            self.tutor.open_place(place.id)

    def action_back(self) -> None:
        """Home is where everything goes back to."""
