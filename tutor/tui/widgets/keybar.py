"""The footer: the keys that matter here, as many as the width holds, always with help."""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.actions import EVERYWHERE, Table
from tutor.tui.keymap import hints
from tutor.tui.theme import ink_theme, style_of
from tutor.viz.ink import Ink

Hint = tuple[str, str]
"""A key and what it does, most important first."""

LOUD = Ink("warn", bold=True, reverse=True)
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

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        x = event.x - (cell_len(self.urgent) + 2 if self.urgent else 0)
        for name, what in self.fitting():
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

    def fitting(self) -> list[Hint]:
        room = self.size.width - (cell_len(self.urgent) + 2 if self.urgent else 0)
        return fitting(hints(self.actions), room)

    def render_line(self, y: int) -> Strip:
        theme = ink_theme(self.app.theme)
        key = style_of(Ink("accent", bold=True), theme)
        word = style_of(Ink("muted"), theme)
        segments = []
        if self.urgent:
            segments.append(Segment(f" {self.urgent} ", style_of(LOUD, theme)))
        for name, what in self.fitting():
            segments += [Segment(f" {name}", key), Segment(f" {what} ", word)]
        strip = Strip(segments).adjust_cell_length(self.size.width)
        return strip.apply_style(self.rich_style)


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
