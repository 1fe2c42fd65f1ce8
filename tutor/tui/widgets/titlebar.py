"""The top line of a screen: where one is, and a note at the right."""

from rich.cells import cell_len, set_cell_size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.drawing import strip_of
from tutor.viz.ink import Ink, Run, row

LEAST_NOTE = 16
"""Cells below which a shortened note says nothing."""


class TitleBar(Widget):
    """One line: a title at the left, a note at the right that gives way first."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; background: $panel; }
    """

    title: reactive[str] = reactive("")
    """Where one is."""
    note: reactive[str] = reactive("")
    """What goes on; shortened, or left out, where there is no room."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.title, title)
        self.set_reactive(TitleBar.note, note)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        title = f" {self.title}"
        note = shortened(self.note, width - cell_len(title) - 3)
        gap = width - cell_len(title) - cell_len(note)
        line = row(
            Run(title, Ink("title", bold=True)),
            " " * max(0, gap),
            Run(note, Ink("muted")),
        )
        return strip_of(self, line, width)


def shortened(note: str, room: int) -> str:
    """Return a note, with a space after it, in at most `room` cells; nothing if that is few."""
    if cell_len(note) <= room:
        return f"{note} " if note else ""
    return f"{set_cell_size(note, room - 1).rstrip()}… " if room >= LEAST_NOTE else ""
