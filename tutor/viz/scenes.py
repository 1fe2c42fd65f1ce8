"""Scenes of demos: panels that name a drawing function and its arguments, as plain data."""

from functools import lru_cache
from inspect import signature
from typing import Any

from tutor.viz import figures
from tutor.viz.ink import Ink, Picture, Run, beside, picture_width, row
from tutor.viz.typeset.text import wrap


def scene_picture(scene: dict[str, Any], width: int, height: int) -> Picture:
    """Return a scene in at most `width` cells: panels beside each other where they fit."""
    panels = scene.get("panels", [])
    across = max(1, min(len(panels), width // 38))
    share = (width - 2 * (across - 1)) // across
    rows: Picture = []
    deep = max(1, -(-len(panels) // across))
    tall = max(6, (height - 2) // deep - 2)
    for start in range(0, len(panels), across):
        group = [panel_picture(p, share, tall) for p in panels[start : start + across]]
        rows += [*beside(*group, gap=2), ()]
    if say := scene.get("say"):
        rows += wrap([Run(str(say), Ink("text"))], width)
    return rows


def panel_picture(panel: dict[str, Any], width: int, height: int) -> Picture:
    """Return one panel with its title; what cannot be drawn says so in its place."""
    title = [row(Run(str(panel.get("title", "")), Ink("accent", bold=True)))]
    try:
        body = draw(str(panel.get("draw")), dict(panel.get("with", {})), width, height)
    except Exception as error:
        body = wrap([Run(f"(cannot be drawn: {error})", Ink("bad"))], width)
    if picture_width(body) > width:
        body = wrap([Run("(needs a wider screen)", Ink("muted"))], width)
    return [*title, *body]


def draw(name: str, arguments: dict[str, Any], width: int, height: int) -> Picture:
    """Return what the drawing function `name` makes of plain data."""
    if name == "text":
        return [
            r
            for line in arguments["lines"]
            for r in wrap([Run(str(line), Ink("text"))], width)
        ]
    space = figures.namespace()
    if name == "line_chart":
        arguments["series"] = [space["Series"](**s) for s in arguments["series"]]
    if name not in space:
        raise ValueError(f"no drawing function is called {name!r}")
    room = {"width": width, "height": height}
    arguments |= {key: room[key] for key in sizes(name)}
    picture: Picture = space[name](**arguments)
    return picture


@lru_cache(maxsize=64)
def sizes(name: str) -> tuple[str, ...]:
    """Return which of ``width`` and ``height`` a drawing function takes.

    One that takes neither is as large as it needs; one that takes only a width is as high.
    """
    taken = signature(figures.namespace()[name]).parameters
    return tuple(key for key in ("width", "height") if key in taken)
