"""The footer: the keys that matter here, as many as the width holds, always with help."""

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.actions import EVERYWHERE, Table
from tutor.tui.drawing import strip_of
from tutor.tui.keymap import hints
from tutor.viz.ink import Ink, Run

Hint = tuple[str, str]
"""A key and what it does, most important first."""

LOUD = Ink("warn", bold=True, reverse=True)
KEY, WORD = Ink("accent", bold=True), Ink("muted")
LAST: Hint = ("?", "help")


class KeyBar(Widget):
    """One line of key hints that never overflows."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; }
    """

    urgent: reactive[str] = reactive("")
    """What the eye should find first: stands before the keys."""

    def __init__(self, actions: Table) -> None:
        super().__init__()
        self.actions = actions

    def show(self, actions: Table) -> None:
        """Show other actions."""
        if actions != self.actions:
            self.actions = actions
            self.refresh()

    @property
    def lead(self) -> int:
        """Cells that what is urgent takes."""
        return cell_len(self.urgent) + 2 if self.urgent else 0

    def hints(self) -> list[Hint]:
        """Return the hints that fit."""
        return fitting(hints(self.actions), self.size.width - self.lead)

    def render_line(self, y: int) -> Strip:
        line = [Run(f" {self.urgent} ", LOUD)] if self.urgent else []
        for name, what in self.hints():
            line += [Run(f" {name}", KEY), Run(f" {what} ", WORD)]
        return strip_of(self, tuple(line), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        x = event.x - self.lead
        for name, what in self.hints():
            x -= size((name, what))
            if x < 0:
                self.call_later(self.perform, what)
                return

    async def perform(self, label: str) -> None:
        for action in (*self.actions, *EVERYWHERE):
            if action.label == label:
                home = "" if action.name.startswith("app.") else "screen."
                await self.screen.run_action(home + action.name)
                return


def fitting(hints: list[Hint], width: int) -> list[Hint]:
    """Return the first hints that fit `width` cells beside the last one, which stays."""
    room = width - size(LAST)
    kept: list[Hint] = []
    for hint in hints:
        if size(hint) > room:
            break
        kept.append(hint)
        room -= size(hint)
    return [*kept, LAST]


def size(hint: Hint) -> int:
    return cell_len(hint[0]) + cell_len(hint[1]) + 3
