"""A small card over the screen: a term of the glossary, or a footnote."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tutor.course.blocks import Block
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.page import typeset
from tutor.viz.typeset.text import wrap

WIDTH = 64


class Card(ModalScreen[None]):
    """Explains one thing in place; Enter goes where it is explained at length."""

    DEFAULT_CSS = """
    Card { align: center middle; background: $background 40%; }
    Card Sheet { width: 70; max-width: 92%; height: auto; max-height: 80%;
        border: round $accent; background: $surface; padding: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,space", "dismiss", show=False),
        Binding("enter", "follow", show=False),
    ]

    def __init__(
        self, title: str, blocks: Sequence[Block], follow: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.head = title
        self.blocks = blocks
        self.follow = follow

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.show(self.draw)
        sheet.styles.height = len(self.draw(WIDTH)) + 4
        sheet.focus()

    def draw(self, width: int) -> Picture:
        rows: Picture = [*wrap([Run(self.head, Ink("title", bold=True))], width), ()]
        rows += typeset(self.blocks, width).rows
        if self.follow is not None:
            key = Run("Enter", Ink("accent", bold=True))
            rows += [(), row(key, Run(" reads where it is explained", Ink("muted")))]
        return rows

    def action_follow(self) -> None:
        self.dismiss()
        if self.follow is not None:
            self.app.call_later(self.follow)

    def on_click(self) -> None:
        self.dismiss()

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()
