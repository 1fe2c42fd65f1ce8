"""What every screen shares: title bar, key bar, help."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tutor.tui.actions import EVERYWHERE, Action, bindings

if TYPE_CHECKING:
    from tutor.tui.app import TutorApp
    from tutor.tui.services import Services


class TutorScreen(Screen[None]):
    """A screen with an action table."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    AUTO_FOCUS = ""
    """Every screen says itself what has the focus."""

    @property
    def tutor(self) -> "TutorApp":
        """The app."""
        return self.app  # type: ignore[return-value]

    @property
    def services(self) -> "Services":
        return self.tutor.services

    def action_help(self) -> None:
        from tutor.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen((*self.ACTIONS, *EVERYWHERE)))

    def action_back(self) -> None:
        self.tutor.go_back()
