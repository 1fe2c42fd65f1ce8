"""A list with a cursor: rows that are drawn by whoever fills it."""

from collections.abc import Callable

from textual import events
from textual.message import Message

from tutor.tui.widgets.course_map import selected
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Picture, Row, row

Draw = Callable[[int, int], Row]
"""Draws item `index` in a number of cells."""


class Choices(Sheet, inherit_bindings=False):
    """Shows items, one row each, and knows which one the cursor is on."""

    class Moved(Message):
        """The cursor came to another item."""

    class Chosen(Message):
        """An item was clicked while the cursor was on it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.at = 0
        self.drawer: Draw = lambda index, width: ()
        self.heads: dict[int, str] = {}
        self.lines: list[int] = []
        self.empty: Picture = []

    def fill(
        self, count: int, draw: Draw, *, at: int | None = None,
        heads: dict[int, str] | None = None, empty: Picture | None = None,
    ) -> None:  # fmt: skip
        """Show `count` items.

        Args:
            count: how many.
            draw: draws one.
            at: where the cursor goes; where it was by default.
            heads: headings that stand before an item, by its index.
            empty: what is shown when there is none.
        """
        self.count, self.drawer = count, draw
        self.heads, self.empty = heads or {}, empty or []
        self.at = max(0, min(self.at if at is None else at, count - 1))
        self.show(self.compose_list)
        self.reveal_cursor()
        self.post_message(self.Moved())

    def compose_list(self, width: int) -> Picture:
        from tutor.viz.ink import Ink, Run

        if not self.count:
            return self.empty
        rows: Picture = []
        self.lines = []
        for index in range(self.count):
            if head := self.heads.get(index):
                rows += [(), row(Run(f"  {head}", Ink("accent", bold=True)))]
            self.lines.append(len(rows))
            line = row("  ", *self.drawer(index, width - 2))
            rows.append(selected(line, width) if index == self.at else line)
        return rows

    def reveal_cursor(self) -> None:
        if self.at < len(self.lines):
            line = self.lines[self.at]
            self.reveal(max(0, line - 2), line + 2)

    def move(self, steps: int) -> None:
        """Move the cursor."""
        self.put_cursor(max(0, min(self.at + steps, self.count - 1)))

    def put_cursor(self, at: int) -> None:
        self.at = at
        self.recompose_rows()
        self.reveal_cursor()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line in self.lines:
            index = self.lines.index(line)
            if index == self.at:
                self.post_message(self.Chosen())
            else:
                self.put_cursor(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-1)


def columns(*cells: tuple[Row, int]) -> Row:
    """Return cells beside each other, each padded to its width; 0 leaves it as it is."""
    from tutor.viz.ink import pad

    line: Row = ()
    for part, width in cells:
        line = (*line, *(pad(part, width) if width else part))
    return line
