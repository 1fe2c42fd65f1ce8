"""``course preview``: one page on the screen, drawn again whenever its file is saved."""

from pathlib import Path

from tutor.course import Lesson
from tutor.course.load import load_lesson
from tutor.errors import TutorError
from tutor.tui.app import TutorApp
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.widgets.sheet import Sheet
from tutor.workspace.saves import Saves

LOOK = 0.2
"""Seconds between looks at the file."""


class PreviewApp(TutorApp):
    """Shows a lesson or a task file, whether or not a course lists it.

    Args:
        file: Markdown.
        course_folder: where its links lead; the shipped course when None.

    Raises:
        TutorError: the file cannot be read.
    """

    def __init__(self, file: Path, course_folder: Path | None = None) -> None:
        super().__init__(course_folder)
        if not file.is_file() or file.suffix != ".md":
            raise TutorError(f"{file} is no page. Name a lesson (.md) or a task.md.")
        self.file = file.resolve()
        self.saves = Saves(self.file)

    async def open_services(self) -> None:
        """Open the course, then the page in place of Home."""
        await self.open_services_only()
        if self.is_open:
            self.show_page()
            self.set_interval(LOOK, self.look)

    def look(self) -> None:
        """Draw the page anew once its file has changed."""
        if self.saves.changed():
            self.show_page()

    def show_page(self) -> None:
        """Show the file as it is now, scrolled to where the reader was."""
        try:
            page = self.page()
        except TutorError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        old = self.screen if isinstance(self.screen, LessonScreen) else None
        at = old.query_one("PageSheet", Sheet).scroll_y if old else 0
        new = LessonScreen(page)
        if old:
            self.switch_screen(new)
        else:
            self.push_screen(new)
        self.set_timer(LOOK, lambda: self.scroll_back(new, at))

    def scroll_back(self, screen: LessonScreen, at: float) -> None:
        if screen.is_current:
            screen.query_one("PageSheet", Sheet).scroll_to(y=at, animate=False)

    def page(self) -> Lesson:
        """Return the file as a lesson."""
        return load_lesson(self.file, "preview")
