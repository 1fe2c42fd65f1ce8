"""The app: themes, services after the first paint, and the way from place to place."""

import asyncio
import gc
import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.screen import Screen

from tutor.errors import SettingsError, TutorError
from tutor.tui.screens.home import HomeScreen
from tutor.tui.theme import PREFIX, app_theme

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from tutor.settings import Settings
    from tutor.tui.services import Services

FIRST_THEMES = ("dark", "light", "contrast", "mono")
SCREENS = {
    "lesson": ("lesson", "LessonScreen"),
    "demo": ("lab", "LabScreen"),
    "exercise": ("exercise", "ExerciseScreen"),
    "capstone": ("exercise", "ExerciseScreen"),
}
"""Module and class of the screen that shows a kind of place."""


def open_services(course_folder: "Path | None") -> "Services":
    """Import and open what all screens share; for a thread, since it takes a while."""
    from tutor.tui.services import Services

    import_module("tutor.tui.widgets.course_map")
    return Services.open(course_folder)


def preload() -> None:
    """Import what the learner most likely opens next, while they look at Home."""
    for module in ("lesson", "exercise"):
        import_module(f"tutor.tui.screens.{module}")
    from tutor.viz.typeset.code import highlight

    highlight("x = 1  # the first listing makes the lexer's tables")
    gc.freeze()  # what is loaded stays: looking through it for garbage would stop the screen


def commands() -> "type[Provider]":
    from tutor.tui.palette import TutorCommands

    return TutorCommands


class TutorApp(App[None]):
    """Wires screens; every screen does its own work."""

    TITLE = "dltutor"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Callable[[], "type[Provider]"]]] = {commands}  # type: ignore[assignment]

    def __init__(
        self, course_folder: "Path | None" = None, settings: "Settings | None" = None
    ) -> None:
        super().__init__()
        self.course_folder = course_folder
        self.opened: Services | None = None
        self.given = settings

    @property
    def is_open(self) -> bool:
        """Whether course and store are there yet."""
        return self.opened is not None

    @property
    def services(self) -> "Services":
        assert self.opened is not None, "only screens opened after the services use them"
        return self.opened

    def on_mount(self) -> None:
        for name in FIRST_THEMES:
            self.register_theme(app_theme(name))  # type: ignore[arg-type]
        self.theme = PREFIX + self.first_theme()
        self.push_screen(HomeScreen())
        self.call_after_refresh(self.begin)

    def first_theme(self) -> str:
        """Return the theme of the first frame: a settings file is small enough to read."""
        from tutor import settings

        if self.is_colourless:
            return "mono"
        if self.given is None:
            try:
                self.given = settings.load()
            except SettingsError as error:
                self.given = settings.Settings()
                self.call_later(self.complain, str(error))
        return self.given.theme

    @property
    def is_colourless(self) -> bool:
        """Whether the learner's terminal asks for no colour."""
        return "NO_COLOR" in os.environ

    def complain(self, text: str) -> None:
        """Show what is wrong until the learner has seen it."""
        self.notify(text, severity="error", timeout=60, markup=False)

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
        self.run_worker(asyncio.to_thread(preload), group="preload")
        await self.hold_host("numpy")

    async def open_services_only(self) -> None:
        """Open course and store, or say why they cannot be opened."""
        try:
            self.opened = await asyncio.to_thread(open_services, self.course_folder)
        except TutorError as error:
            self.notify(str(error), title="dltutor cannot start", severity="error",
                        timeout=3600, markup=False)  # fmt: skip
            return
        if self.given is not None:
            self.opened.settings = self.given
        self.adopt_settings()

    def adopt_settings(self) -> None:
        """Make what is set hold: theme and keys."""
        from tutor.tui import keymap
        from tutor.tui.widgets.scrollbars import plain_bars

        settings = self.services.settings
        if wrong := keymap.faults(settings.keys):
            self.complain(" ".join(wrong) + " The keys stay as they were at first.")
            self.set_keymap(keymap.adopt({}))
        else:
            self.set_keymap(keymap.adopt(settings.keys))
        self.set_class(settings.glyphs == "ascii", "-ascii")
        plain_bars(self.has_class("-ascii"))
        for screen in self.screen_stack:
            screen.query("*").refresh()
        if not self.is_colourless:
            self.theme = PREFIX + settings.theme

    def change(self, settings: "Settings") -> None:
        """Keep other settings and make them hold."""
        from tutor.settings import save

        try:
            save(settings)
        except SettingsError as error:
            self.complain(str(error))
            return
        self.services.settings = settings
        self.adopt_settings()

    async def hold_host(self, toolset: str) -> None:
        """Keep a host warm for as long as the app runs."""
        from tutor.judge.conversation import Conversation
        from tutor.protocol import HoldRequest

        try:
            async for _ in Conversation(HoldRequest(), toolset):
                pass
        except TutorError as error:
            self.log(str(error))

    def open_place(self, place_id: str, anchor: str = "", query: str = "") -> None:
        """Go to a lesson, an exercise or a demo."""
        place = self.services.course.find(place_id)
        self.services.store.set_setting("place", place.id)
        self.go_home()
        more = (anchor, query) if place.kind == "lesson" else ()
        self.show(*SCREENS[place.kind], place, *more)

    def go_home(self) -> None:
        """Leave all screens above Home."""
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def go_back(self) -> None:
        """Leave the screen on top; Home stays."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def show(self, module: str, name: str, *arguments: Any) -> None:
        """Open a screen of `tutor.tui.screens`, imported when it is first needed."""
        if not self.is_open:
            return
        kind: type[Screen[None]] = getattr(
            import_module(f"tutor.tui.screens.{module}"), name
        )
        if not isinstance(self.screen, kind):
            self.push_screen(kind(*arguments))

    def action_go_home(self) -> None:
        self.go_home()

    def action_open_reviews(self) -> None:
        self.show("review", "ReviewScreen")

    def action_open_progress(self) -> None:
        self.show("progress", "ProgressScreen")

    def action_open_settings(self) -> None:
        self.show("settings", "SettingsScreen")

    def action_open_runs(self) -> None:
        self.show("runs", "RunsScreen")

    def action_next_theme(self) -> None:
        """Switch to the next theme, and keep it."""
        from tutor.settings import turned

        if self.is_open and not self.is_colourless:
            self.change(turned(self.services.settings, "theme", 1))
