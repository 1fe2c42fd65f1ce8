"""The top line of a screen: where one is, and a note at the right."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.theme import ink_theme, style_of
from tutor.viz.ink import Ink


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
        theme = ink_theme(self.app.theme)
        width = self.size.width
        title, note = f" {self.title}", f"{self.note} "
        gap = width - cell_len(title) - cell_len(note)
        if gap < 2:
            note, gap = "", width - cell_len(title)
        strip = Strip(
            [
                Segment(title, style_of(Ink("title", bold=True), theme)),
                Segment(" " * max(0, gap)),
                Segment(note, style_of(Ink("muted"), theme)),
            ]
        )
        return strip.adjust_cell_length(width).apply_style(self.rich_style)
