"""Labels over the screen below; typing one goes there."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.tui.jump import Target, labels


class JumpScreen(ModalScreen[None]):
    """Shows the labels until one is typed, or any other key."""

    DEFAULT_CSS = """
    JumpScreen { background: transparent; }
    JumpScreen Static {
        position: absolute; width: auto; height: 1; padding: 0;
        background: $warning; color: $background; text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True)
    ]

    def __init__(self, targets: list[Target]) -> None:
        super().__init__()
        self.targets = dict(zip(labels(len(targets)), targets, strict=False))
        self.typed = ""

    def compose(self) -> ComposeResult:
        for label, target in self.targets.items():
            tag = Static(Content(f" {label} "))
            tag.styles.offset = (max(0, target.x), max(0, target.y))
            yield tag

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.typed += event.character or "?"
        if target := self.targets.get(self.typed):
            self.dismiss()
            self.app.call_later(target.go)
        elif not any(label.startswith(self.typed) for label in self.targets):
            self.dismiss()

    def on_click(self) -> None:
        self.dismiss()

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()
