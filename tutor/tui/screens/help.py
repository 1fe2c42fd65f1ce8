"""All keys of the screen below."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tutor.tui.actions import Action
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import Ink, Picture, Run, pad, row
from tutor.viz.typeset.text import wrap

KEY_CELLS = 12


class HelpScreen(ModalScreen[None]):
    """A list of keys over the screen they belong to."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen Sheet { width: 72; max-width: 96%; height: auto; max-height: 90%;
        border: round $accent; background: $surface; padding: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", show=False),
    ]

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__()
        self.actions = actions

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.show(self.picture)
        sheet.styles.height = len(self.picture(64)) + 4

    def picture(self, width: int) -> Picture:
        rows: Picture = [row(Run("Keys of this screen", Ink("title", bold=True))), ()]
        for action in self.actions:
            lead = pad(
                (Run(action.shown or action.keys, Ink("accent", bold=True)),), KEY_CELLS
            )
            rows += wrap([Run(action.help, Ink("text"))], width, lead, row(" " * KEY_CELLS))
        return rows

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()
