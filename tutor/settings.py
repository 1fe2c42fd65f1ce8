"""What the learner has set: one small TOML file that the program and people both edit.

The program keeps a person's comments when it writes, and never writes over a file that it
cannot read.
"""

import difflib
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tutor import paths
from tutor.errors import SettingsError

CHOICES = {
    "theme": ("dark", "light", "contrast", "mono"),
    "glyphs": ("unicode", "ascii"),
    "page_width": (60, 70, 78, 90),
    "reviews_a_day": (10, 20, 40, 100),
    "frames_a_second": (4, 8, 12, 15),
}
"""The values each setting may have, as the settings screen offers them."""
SAYS = {
    "theme": "Colours. `mono` is for terminals without colour.",
    "glyphs": "`ascii` where the font has no braille, blocks or lines.",
    "page_width": "Widest a page is set, in characters.",
    "reviews_a_day": "Most review cards asked for in one day.",
    "frames_a_second": "How often charts are drawn while a run goes on; fewer over a slow line.",
}
"""What each setting does, in a sentence."""


@dataclass(frozen=True)
class Settings:
    """All settings, with what holds when the file says nothing."""

    theme: str = "dark"
    glyphs: str = "unicode"
    page_width: int = 78
    reviews_a_day: int = 20
    frames_a_second: int = 12
    editor: str = ""
    """Command of the learner's own editor; ``$VISUAL`` or ``$EDITOR`` when empty."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by action id, such as ``lesson.next = "n,right"``."""


NAMES = tuple(item.name for item in fields(Settings))


def load(path: Path | None = None) -> Settings:
    """Return the settings of a file; all defaults where there is none.

    Raises:
        SettingsError: the file is no TOML, or a name or value in it is not known.
    """
    path = path or paths.settings_file()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{paths.display(path)} cannot be read: {error}") from error
    for name, value in table.items():
        if problem := fault(name, value):
            raise SettingsError(f"{paths.display(path)}: {problem}")
    return Settings(**table)


def fault(name: str, value: Any) -> str:
    """Return what is wrong with one entry, and what would be right; nothing if it is."""
    if name not in NAMES:
        near = difflib.get_close_matches(name, NAMES, 1)
        hint = f" Did you mean {near[0]}?" if near else f" Known: {', '.join(NAMES)}."
        return f"there is no setting {name!r}.{hint}"
    if name == "keys":
        right = isinstance(value, dict) and all(isinstance(k, str) for k in value.values())
        return "" if right else '[keys] holds lines such as "lesson.next" = "n,right"'
    if name in CHOICES and value not in CHOICES[name]:
        return f"{name} is one of {', '.join(map(repr, CHOICES[name]))}, not {value!r}"
    if name == "editor" and not isinstance(value, str):
        return "editor is a command, in quotes"
    return ""


def save(settings: Settings, path: Path | None = None) -> None:
    """Write what differs from before, keeping comments and order.

    Raises:
        SettingsError: the file there cannot be read as settings, or not written.
    """
    import tomlkit

    path = path or paths.settings_file()
    before = load(path)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        for name in NAMES:
            value = getattr(settings, name)
            if value != getattr(before, name):
                document[name] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(tomlkit.dumps(document), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise SettingsError(f"{paths.display(path)} cannot be written: {error}") from error


def turned(settings: Settings, name: str, steps: int) -> Settings:
    """Return the settings with one of them moved along its choices, ends joined."""
    choices: tuple[Any, ...] = CHOICES[name]
    at = (choices.index(getattr(settings, name)) + steps) % len(choices)
    return replace(settings, **{name: choices[at]})
