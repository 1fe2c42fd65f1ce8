"""What every screen shares: its actions, help, jump labels, and the way to search."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tutor.tui.actions import EVERYWHERE, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.working import Working

if TYPE_CHECKING:
    from tutor.tui.app import TutorApp
    from tutor.tui.services import Services


class TutorScreen(Working):
    """A screen with an action table."""

    ACTIONS: ClassVar[Table] = ()
    ABOUT: ClassVar[str] = ""
    """What one is looking at: a sentence or two, the head of the help."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    AUTO_FOCUS = ""
    """Every screen says itself what has the focus."""

    def on_mount(self) -> None:
        """Begin, unless the app ends before the screen has been made."""
        if not self.app._exit:
            self.ready()

    def ready(self) -> None:
        """Begin: all widgets are there."""

    @property
    def tutor(self) -> "TutorApp":
        """The app."""
        return self.app  # type: ignore[return-value]

    @property
    def services(self) -> "Services":
        return self.tutor.services

    def targets(self) -> list[Target]:
        """Return what can be jumped to on this screen, in reading order."""
        return []

    def tell(self, text: str, *, bad: bool = False, seconds: float = 4) -> None:
        """Show a notice; its text is never read as markup."""
        self.notify(
            text,
            severity="error" if bad else "information",
            timeout=30 if bad else seconds,
            markup=False,
        )

    def action_help(self) -> None:
        from tutor.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.ABOUT, (*self.ACTIONS, *EVERYWHERE)))

    def action_back(self) -> None:
        self.tutor.go_back()

    def action_jump(self) -> None:
        """Label what can be jumped to."""
        from tutor.tui.screens.jump import JumpScreen

        if found := self.targets():
            self.app.push_screen(JumpScreen(found))
        else:
            self.tell("There is nothing to jump to here.")

    def action_search(self) -> None:
        if self.tutor.is_open:
            from tutor.tui.screens.search import SearchScreen

            self.app.push_screen(SearchScreen())
