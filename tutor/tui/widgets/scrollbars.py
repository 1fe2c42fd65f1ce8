"""Scroll bars without drawn characters, for fonts that lack them."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainBar(ScrollBarRender):
    """A bar of coloured blanks, as long as whole cells allow."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def plain_bars(wanted: bool) -> None:
    """Draw all scroll bars with blanks, or with eighths of cells."""
    ScrollBar.renderer = PlainBar if wanted else ScrollBarRender
