"""A scrolling sheet of picture rows, drawn line by line."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tutor.tui.drawing import strip_of
from tutor.viz.ink import Ink, Picture, Row, Run, row, row_width

Compose = Callable[[int], Picture]


class Sheet(ScrollView, can_focus=True):
    """Shows a picture that is composed for the width at hand, and again on every resize."""

    DEFAULT_CSS = """
    Sheet { background: $background; padding: 0 1; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; }
    Sheet:focus { background-tint: $foreground 0%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Down", show=False),
        Binding("k,up", "scroll_up", "Up", show=False),
        Binding("space,pagedown,ctrl+d", "page_down", "Page down", show=False),
        Binding("b,pageup,ctrl+u", "page_up", "Page up", show=False),
        Binding("g,home", "scroll_home", "Top", show=False),
        Binding("G,end", "scroll_end", "End", show=False),
    ]

    class Followed(Message):
        """A link in the text was clicked."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    class Pointed(Message):
        """A row without a link was clicked."""

        def __init__(self, sheet: "Sheet", line: int) -> None:
            super().__init__()
            self.sheet = sheet
            self.line = line

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.picture: Picture = []
        self.composer: Compose | None = None
        self.strips: dict[int, Strip] = {}
        self.set_for = 0

    def show(self, picture: Picture | Compose) -> None:
        """Show a picture, or what a function composes for a width."""
        self.composer = picture if callable(picture) else None
        if self.composer is None:
            self.put(picture)  # type: ignore[arg-type]
        else:
            self.recompose_rows()

    def recompose_rows(self) -> None:
        """Compose again for the present width."""
        if self.composer is not None and self.room > 0:
            self.set_for = self.room
            self.put(self.composed(self.composer))

    def composed(self, composer: Compose) -> Picture:
        """Return the picture, or in its place what went wrong with it."""
        try:
            return composer(self.room)
        except Exception as error:
            self.log.error(repr(error))
            notice = f"(this cannot be drawn: {type(error).__name__}: {error})"
            return [row(Run(notice[: self.room], Ink("bad")))]

    def put(self, picture: Picture) -> None:
        self.picture = picture
        self.strips.clear()
        widest = max(map(row_width, picture), default=0)
        self.virtual_size = Size(max(1, min(widest, self.room or widest)), len(picture))
        self.refresh()

    @property
    def room(self) -> int:
        """Cells a row may have."""
        return self.scrollable_content_region.width

    def on_resize(self, event: events.Resize) -> None:
        if self.room != self.set_for:
            self.recompose_rows()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.strips.clear()

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.size.width
        if line >= len(self.picture):
            return Strip.blank(width, self.rich_style)
        strip = self.strips.get(line)
        if strip is None:
            strip = self.strips[line] = self.strip(self.picture[line], width)
        return strip

    def link_at(self, x: int, y: int) -> str:
        """Return where the text in cell `x` of the view's line `y` leads; empty if nowhere."""
        line = y + self.scroll_offset.y
        x -= self.gutter.left
        if not 0 <= line < len(self.picture) or x < 0:
            return ""
        for run in self.picture[line]:
            x -= cell_len(run.text)
            if x < 0:
                return run.ink.link
        return ""

    def on_click(self, event: events.Click) -> None:
        """Tell what lies under the pointer."""
        if link := self.link_at(event.x, event.y):
            event.stop()
            self.post_message(self.Followed(link))
        else:
            self.post_message(self.Pointed(self, event.y + self.scroll_offset.y))

    def links(self) -> Iterator[tuple[int, int, str]]:
        """Yield x, y and target of every link in view, in cells of the screen."""
        left, top = self.content_region.x, self.content_region.y
        shown = range(
            self.scroll_offset.y, self.scroll_offset.y + self.content_region.height
        )
        for y, line in enumerate(shown):
            x = 0
            for run in self.picture[line] if line < len(self.picture) else ():
                if run.ink.link:
                    yield left + x, top + y, run.ink.link
                x += cell_len(run.text)

    def strip(self, row: Row, width: int) -> Strip:
        return strip_of(self, row, width)

    def reveal(self, top: int, bottom: int) -> None:
        """Scroll as little as needed to show rows `top` up to `bottom`."""
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y or bottom - top >= height:
            self.scroll_to(y=max(0, top - 1), animate=False)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height + 1, animate=False)

    def action_scroll_down(self) -> None:
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

    def action_scroll_up(self) -> None:
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False)

    def action_page_down(self) -> None:
        self.scroll_to(y=self.scroll_offset.y + self.step, animate=False)

    def action_page_up(self) -> None:
        self.scroll_to(y=self.scroll_offset.y - self.step, animate=False)

    @property
    def step(self) -> int:
        return max(1, self.scrollable_content_region.height - 2)

    def action_scroll_home(self) -> None:
        self.scroll_to(y=0, animate=False)

    def action_scroll_end(self) -> None:
        self.scroll_to(y=len(self.picture), animate=False)


class Stage(Sheet, inherit_bindings=False):
    """A sheet that leaves all keys but those of pages to the screen it stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,ctrl+d", "page_down", "Page down", show=False),
        Binding("pageup,ctrl+u", "page_up", "Page up", show=False),
    ]
