"""The themes of the app and the styles of inks under each."""

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

from tutor.viz.ink import Ink
from tutor.viz.themes import BACKGROUND, THEMES, ThemeName

PREFIX = "dltutor-"


def app_theme(name: ThemeName) -> Theme:
    """Return the Textual theme that goes with an ink theme."""
    colours = THEMES[name]
    return Theme(
        name=PREFIX + name,
        primary=colours["accent"],
        secondary=colours["info"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=BACKGROUND[name],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["good"],
        warning=colours["warn"],
        error=colours["bad"],
        dark=name != "light",
        variables={
            "border": colours["faint"],
            "border-blurred": colours["faint"],
            "block-cursor-background": colours["selection"],
            "block-cursor-foreground": colours["title"],
            "input-selection-background": colours["selection"],
            "input-cursor-background": colours["title"],
            "input-cursor-foreground": BACKGROUND[name],
            "scrollbar": colours["faint"],
            "scrollbar-background": colours["surface"],
        },
    )


def ink_theme(app_theme_name: str) -> ThemeName:
    """Return the ink theme that goes with the app's theme; dark for foreign themes."""
    name = app_theme_name.removeprefix(PREFIX)
    if name in THEMES:
        return name
    return "light" if "light" in app_theme_name else "dark"


@lru_cache(maxsize=32_768)
def style_of(ink: Ink, theme: ThemeName) -> Style:
    """Return the terminal style of an ink."""
    return Style(
        color=colour(ink.fg, theme),
        bgcolor=colour(ink.bg, theme),
        bold=ink.bold or None,
        italic=ink.italic or None,
        underline=ink.underline or (theme == "mono" and ink.fg in LOUD) or None,
        reverse=ink.reverse or None,
    )


LOUD = ("bad", "warn")
"""Inks that ``mono`` underlines, since it cannot colour them."""


def colour(name: str, theme: ThemeName) -> str | None:
    if not name or name.startswith("#"):
        return name or None
    return THEMES[theme][name]
