"""From rows of inked runs to the lines a terminal shows."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.theme import ink_theme, style_of
from tutor.viz.ink import Row
from tutor.viz.plainer import ascii_row


def strip_of(widget: Widget, row: Row, width: int, ground: Style | None = None) -> Strip:
    """Return a row as a strip of exactly `width` cells.

    Learner text reaches the screen only this way: as plain segments.

    Args:
        widget: whose app tells theme and glyphs.
        row: what to draw.
        width: cells.
        ground: what lies below; the widget's own style by default.
    """
    theme = ink_theme(widget.app.theme)
    if widget.app.has_class("-ascii"):
        row = ascii_row(row)
    segments = [Segment(run.text, style_of(run.ink, theme)) for run in row]
    strip = Strip(segments).adjust_cell_length(width)
    return strip.apply_style(widget.rich_style if ground is None else ground)
