"""The app: themes, services after the first paint, and the way from place to place."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from textual.app import App

from tutor.errors import TutorError
from tutor.tui.screens.home import HomeScreen
from tutor.tui.theme import PREFIX, app_theme

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.tui.services import Services


def open_services(course_folder: "Path | None") -> "Services":
    """Import and open what all screens share; for a thread, since it takes a while."""
    from tutor.tui.services import Services

    import_module("tutor.tui.widgets.course_map")
    return Services.open(course_folder)


class TutorApp(App[None]):
    """Wires screens; every screen does its own work."""

    TITLE = "dltutor"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, course_folder: "Path | None" = None) -> None:
        super().__init__()
        self.course_folder = course_folder
        self.opened: Services | None = None

    @property
    def is_open(self) -> bool:
        """Whether course and store are there yet."""
        return self.opened is not None

    @property
    def services(self) -> "Services":
        assert self.opened is not None, "only screens opened after the services use them"
        return self.opened

    def on_mount(self) -> None:
        for name in ("dark", "light"):
            self.register_theme(app_theme(name))
        self.theme = PREFIX + "dark"
        self.push_screen(HomeScreen())
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Start what need not be there for the first paint."""
        self.run_worker(self.open_services(), exclusive=True, group="services")

    async def open_services(self) -> None:
        """Open course and store, fill Home, and keep a host warm."""
        await self.open_services_only()
        if not self.is_open:
            return
        if isinstance(self.screen, HomeScreen):
            self.screen.fill()
        await self.hold_host("numpy")

    async def open_services_only(self) -> None:
        """Open course and store, or say why they cannot be opened."""
        try:
            self.opened = await asyncio.to_thread(open_services, self.course_folder)
        except TutorError as error:
            self.notify(str(error), title="dltutor cannot start", severity="error",
                        timeout=3600, markup=False)  # fmt: skip
            return
        self.theme = self.services.store.setting("theme", self.theme)

    async def hold_host(self, toolset: str) -> None:
        """Keep a host warm for as long as the app runs."""
        from tutor.judge.conversation import Conversation
        from tutor.protocol import HoldRequest

        try:
            async for _ in Conversation(HoldRequest(), toolset):
                pass
        except TutorError as error:
            self.log(str(error))

    def open_place(self, place_id: str, anchor: str = "") -> None:
        """Go to a lesson, an exercise or a demo."""
        from tutor.course import Kind
        from tutor.tui.screens.exercise import ExerciseScreen
        from tutor.tui.screens.lab import LabScreen
        from tutor.tui.screens.lesson import LessonScreen

        place = self.services.course.find(place_id)
        self.services.store.set_setting("place", place.id)
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if place.kind is Kind.LESSON:
            self.push_screen(LessonScreen(place, anchor))  # type: ignore[arg-type]
        elif place.kind is Kind.DEMO:
            self.push_screen(LabScreen(place))  # type: ignore[arg-type]
        else:
            self.push_screen(ExerciseScreen(place))  # type: ignore[arg-type]

    def go_back(self) -> None:
        """Leave the screen on top; Home stays."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def action_toggle_theme(self) -> None:
        self.theme = PREFIX + ("light" if self.theme.endswith("dark") else "dark")
        if self.is_open:
            self.services.store.set_setting("theme", self.theme)
