"""All keys of the screen below, and what one is looking at."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tutor.tui.actions import Table
from tutor.tui.keymap import all_keys
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Run, pad, row
from tutor.viz.typeset.text import wrap

KEY_CELLS = 12


class HelpScreen(ModalScreen[None]):
    """A list of keys over the screen they belong to."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen Sheet { width: 76; max-width: 96%; height: auto; max-height: 90%;
        border: round $accent; background: $surface; padding: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", show=False),
    ]

    def __init__(self, about: str, actions: Table) -> None:
        super().__init__()
        self.about = about
        self.actions = actions

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.show(self.picture)
        sheet.styles.height = len(self.picture(68)) + 4
        sheet.focus()

    def picture(self, width: int) -> Picture:
        rows: Picture = [row(Run("Keys of this screen", Ink("title", bold=True))), ()]
        if self.about:
            rows = [*wrap([Run(self.about, Ink("text"))], width), (), *rows]
        keyless: Picture = []
        for action in self.actions:
            if keys := all_keys(action):
                lead = pad((Run(keys + " ", Ink("accent", bold=True)),), KEY_CELLS)
                rows += wrap(
                    [Run(action.help, Ink("text"))], width, lead, row(" " * KEY_CELLS)
                )
            else:
                keyless += wrap([Run(f"· {action.help}", Ink("muted"))], width)
        if keyless:
            rows += [
                (),
                row(Run("By name, in the palette", Ink("title", bold=True))),
                (),
                *keyless,
            ]
        tail = (
            "Pages: j k, Space b, g G. The [keys] of the settings file change any of these."
        )
        return [*rows, (), *wrap([Run(tail, Ink("muted"))], width)]

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()
