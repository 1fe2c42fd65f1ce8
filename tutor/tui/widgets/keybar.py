"""The footer: the keys that matter here, as many as the width holds, always with help."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.theme import ink_theme, style_of
from tutor.viz.ink import Ink

Hint = tuple[str, str]
"""A key and what it does, most important first."""

LAST: Hint = ("?", "help")


class KeyBar(Widget):
    """One line of key hints that never overflows."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; }
    """

    def __init__(self, hints: list[Hint]) -> None:
        super().__init__()
        self.hints = hints

    def show(self, hints: list[Hint]) -> None:
        """Show other hints."""
        if hints != self.hints:
            self.hints = hints
            self.refresh()

    def render_line(self, y: int) -> Strip:
        theme = ink_theme(self.app.theme)
        key = style_of(Ink("accent", bold=True), theme)
        word = style_of(Ink("muted"), theme)
        segments = []
        for name, what in fitting(self.hints, self.size.width):
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
