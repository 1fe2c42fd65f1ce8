"""The top line of a screen: where one is, and a note at the right."""

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.drawing import strip_of
from tutor.viz.ink import Ink, Run, row


class TitleBar(Widget):
    """One line: a title at the left, a note at the right that gives way first."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; background: $panel; }
    """

    title: reactive[str] = reactive("")
    """Where one is."""
    note: reactive[str] = reactive("")
    """What goes on; left out where there is no room."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.title, title)
        self.set_reactive(TitleBar.note, note)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        title, note = f" {self.title}", f"{self.note} "
        gap = width - cell_len(title) - cell_len(note)
        if gap < 2:
            note, gap = "", width - cell_len(title)
        line = row(
            Run(title, Ink("title", bold=True)),
            " " * max(0, gap),
            Run(note, Ink("muted")),
        )
        return strip_of(self, line, width)
