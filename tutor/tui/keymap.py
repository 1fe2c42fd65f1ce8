"""Which keys do what: the action tables, and what the learner has changed in them."""

from collections.abc import Mapping

from textual.binding import Binding

from tutor.tui.actions import EVERYWHERE, TABLES, Action, Table

NAMES = {
    "question_mark": "?", "escape": "Esc", "enter": "Enter", "space": "Space",
    "tab": "Tab", "shift+tab": "⇧Tab", "slash": "/", "colon": ":", "comma": ",",
    "full_stop": ".", "plus": "+", "equals_sign": "=", "minus": "-", "left": "←",
    "right": "→", "up": "↑", "down": "↓", "left_square_bracket": "[",
    "right_square_bracket": "]", "backspace": "⌫", "delete": "Del", "home": "Home",
    "end": "End", "dollar_sign": "$", "shift+left": "⇧←", "shift+right": "⇧→",
    "apostrophe": "'", "semicolon": ";", "pagedown": "PgDn", "pageup": "PgUp",
}  # fmt: skip
"""How keys are written for people."""
KEPT = ("any.help", "any.quit", "any.palette")
"""Actions that must keep a key."""

NO_KEY = "no_key"
"""Stands for the key of an action that has none, so that it can be given one."""

changed: dict[str, str] = {}
"""Keys by action id, as the learner has set them."""


def shown_key(key: str) -> str:
    """Return how a person writes one of Textual's key names."""
    if key in NAMES:
        return NAMES[key]
    if key.startswith("ctrl+"):
        return "^" + shown_key(key.removeprefix("ctrl+")).upper()
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


def keys_of(action: Action) -> str:
    """Return the keys of an action, joined by commas."""
    return changed.get(action.id, action.keys)


def first_key(action: Action) -> str:
    """Return the first key of an action as people write it; empty if it has none."""
    key = keys_of(action).partition(",")[0]
    return shown_key(key) if key else ""


def all_keys(action: Action) -> str:
    """Return all keys of an action as people write them."""
    return " ".join(shown_key(key) for key in keys_of(action).split(",") if key)


def bindings(actions: Table, *, priority: bool = False) -> list[Binding]:
    """Return Textual bindings for actions; each can be remapped by its id."""
    return [
        Binding(a.keys or NO_KEY, a.name, a.help, show=False, priority=priority, id=a.id)
        for a in actions
    ]


def hints(actions: Table) -> list[tuple[str, str]]:
    """Return footer hints in the order of the table."""
    return [(first_key(a), a.label) for a in actions if keys_of(a)]


def faults(wanted: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a learner's keys: one sentence each."""
    known = {action.id: action for actions in TABLES.values() for action in actions}
    found = [f"No action is called {name!r}." for name in wanted if name not in known]
    found += [f"{name} must keep a key." for name in KEPT if wanted.get(name) == ""]
    for name, actions in TABLES.items():
        owner: dict[str, str] = {}
        for action in (*actions, *(EVERYWHERE if name != "any" else ())):
            for key in filter(None, wanted.get(action.id, action.keys).split(",")):
                other = owner.setdefault(key, action.id)
                ours = {other, action.id} & set(wanted)
                if other != action.id and ours:
                    found.append(f"{shown_key(key)} is both {other} and {action.id}.")
    return found


def adopt(wanted: Mapping[str, str]) -> dict[str, str]:
    """Use a learner's keys from now on; return them as Textual's keymap."""
    changed.clear()
    changed.update({name: keys.replace(" ", "") for name, keys in wanted.items()})
    return dict(changed)
