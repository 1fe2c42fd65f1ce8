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
    groups = [panels[start : start + across] for start in range(0, len(panels), across)]
    words = wrap([Run(str(scene.get("say", "")), Ink("text"))], width)
    drawn = [
        None if fills(group) else [panel_picture(p, share, height) for p in group]
        for group in groups
    ]
    fixed = sum(max(map(len, group), default=0) for group in drawn if group is not None)
    open_rows = sum(group is None for group in drawn) or 1
    tall = max(6, (height - len(words) - len(groups) - fixed) // open_rows - 1)
    rows: Picture = []
    for group, found in zip(groups, drawn, strict=True):
        pictures = found or [panel_picture(p, share, tall) for p in group]
        rows += [*beside(*pictures, gap=2), ()]
    return rows + words


def fills(group: list[dict[str, Any]]) -> bool:
    """Return whether any panel of a row is as high as it is told to be."""
    names = {str(panel.get("draw")) for panel in group} & set(figures.namespace())
    return any("height" in sizes(name) for name in names)


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
