"""Settings: values to choose from, and the key of every action."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tutor import paths
from tutor.settings import CHOICES, SAYS, Settings, turned
from tutor.tui import keymap
from tutor.tui.actions import SETTINGS, TABLES, Action, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.choices import Choices, columns
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Row, Run, row
from tutor.viz.typeset.text import wrap

NAME_CELLS = 30
KEY_ACTIONS = tuple(action for actions in TABLES.values() for action in actions)


class SettingsScreen(TutorScreen):
    """Values first, then keys."""

    ACTIONS: ClassVar[Table] = SETTINGS
    ABOUT = (
        "Left and right choose a value; it holds at once. Enter on an action takes a new "
        "key for it. All of this is one text file that you may also edit."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETTINGS)]
    DEFAULT_CSS = """
    SettingsScreen #says { dock: bottom; height: 3; background: $surface; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        yield TitleBar("Settings", paths.display(paths.settings_file()))
        yield Choices()
        says = Sheet(id="says")
        says.can_focus = False
        yield says
        yield KeyBar(SETTINGS)

    def on_mount(self) -> None:
        self.fill()
        self.query_one(Choices).focus()

    def fill(self) -> None:
        heads = {0: "How it looks"}
        start = len(CHOICES)
        for name, actions in TABLES.items():
            heads[start] = f"Keys: {'everywhere' if name == 'any' else name}"
            start += len(actions)
        self.query_one(Choices).fill(
            len(CHOICES) + len(KEY_ACTIONS), self.item_row, heads=heads
        )

    @property
    def here(self) -> str | Action:
        """The setting's name, or the action, under the cursor."""
        at = self.query_one(Choices).at
        return list(CHOICES)[at] if at < len(CHOICES) else KEY_ACTIONS[at - len(CHOICES)]

    def item_row(self, index: int, width: int) -> Row:
        if index < len(CHOICES):
            name = list(CHOICES)[index]
            return columns(
                (row(Run(name.replace("_", " "), Ink("text"))), NAME_CELLS),
                (self.values_row(name), 0),
            )
        action = KEY_ACTIONS[index - len(CHOICES)]
        mine = action.id in self.services.settings.keys
        return columns(
            (row(Run(action.label, Ink("text"))), NAME_CELLS),
            (row(Run(keymap.all_keys(action) or "–", Ink("accent", bold=mine))), 0),
        )

    def values_row(self, name: str) -> Row:
        """Return the choices of a setting, the present one marked."""
        now = getattr(self.services.settings, name)
        runs = []
        for value in CHOICES[name]:
            chosen = value == now
            mark = f"[{value}]" if chosen else f" {value} "
            runs.append(Run(mark, Ink("accent" if chosen else "muted", bold=chosen)))
        return tuple(runs)

    def on_choices_moved(self) -> None:
        here = self.here
        text = here.help if isinstance(here, Action) else SAYS[here]
        more = f"  ({here.id})" if isinstance(here, Action) else ""
        self.query_one("#says", Sheet).show(
            lambda width: wrap([Run(text, Ink("text")), Run(more, Ink("muted"))], width)
        )

    def on_choices_chosen(self) -> None:
        self.action_turn(1)

    def action_cursor(self, steps: int) -> None:
        self.query_one(Choices).move(steps)

    def action_turn(self, steps: int) -> None:
        """Choose the next value, or ask for a key."""
        here = self.here
        if isinstance(here, Action):
            if steps > 0:
                self.app.push_screen(KeyScreen(here), self.take_key)
        else:
            self.change(turned(self.services.settings, here, steps))

    def take_key(self, key: str | None) -> None:
        """Give the action under the cursor a key, unless another has it."""
        here = self.here
        if not key or not isinstance(here, Action):
            return
        keys = {**self.services.settings.keys, here.id: key}
        if wrong := keymap.faults(keys):
            self.tell(" ".join(wrong), bad=True)
        else:
            self.change(replace(self.services.settings, keys=keys))

    def action_default(self) -> None:
        """Put the setting or the keys under the cursor back."""
        here, settings = self.here, self.services.settings
        if isinstance(here, Action):
            rest = {name: keys for name, keys in settings.keys.items() if name != here.id}
            self.change(replace(settings, keys=rest))
        else:
            self.change(replace(settings, **{here: getattr(Settings(), here)}))

    def change(self, settings: Settings) -> None:
        self.tutor.change(settings)
        self.query_one(Choices).recompose_rows()


class KeyScreen(ModalScreen[str | None]):
    """Waits for one key."""

    DEFAULT_CSS = """
    KeyScreen { align: center middle; }
    KeyScreen Sheet { width: 56; height: 7; border: round $accent; background: $surface;
        padding: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, priority=True)
    ]

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        self.query_one(Sheet).show(self.draw)

    def draw(self, width: int) -> Picture:
        text = f"Press the new key for “{self.action.label}”."
        return [
            *wrap([Run(text, Ink("title", bold=True))], width),
            (),
            *wrap([Run("Esc leaves it as it is.", Ink("muted"))], width),
        ]

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(event.key)

    def action_give_up(self) -> None:
        self.dismiss(None)
