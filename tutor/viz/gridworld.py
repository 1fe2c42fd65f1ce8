"""Maps of small worlds: values as shades, policies as arrows, walls, pits and goals."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats
from tutor.viz.canvas import Canvas
from tutor.viz.ink import Ink, Picture
from tutor.viz.matrix import number
from tutor.viz.palettes import Palette, colours
from tutor.viz.plane import as_grid
from tutor.viz.themes import readable_on

Place = tuple[int, int]

WALL, PIT, GOAL, AGENT = "▒", "✗", "★", "●"
_BOX = Ink("faint")
_WALL = Ink("faint")
_WIDEST, _HIGHEST = 14, 3
_ROOM_FOR_ACTIONS = 12
_TEXT_ROOM = 4
"""Cells that a number needs to say anything."""
_SIDES = {"↑": "top", "^": "top", "↓": "bottom", "v": "bottom", "←": "left", "<": "left",
          "→": "right", ">": "right"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Layout:
    """How large one place of the map is, and how many there are."""

    rows: int
    columns: int
    cell_width: int
    cell_height: int

    @property
    def shows_actions(self) -> bool:
        """Whether action values can be read in a place of this size."""
        return self.cell_width >= _ROOM_FOR_ACTIONS and self.cell_height >= _HIGHEST

    @property
    def room(self) -> int:
        """Return how many cells of a row may be written on; action values need a gap."""
        return self.cell_width - self.shows_actions

    def corner(self, row: int, column: int) -> tuple[int, int]:
        """Return the top left cell (x, y) of a place, inside the box."""
        return 1 + column * self.cell_width, 1 + row * self.cell_height


def gridworld(
    values: npt.ArrayLike,
    *,
    width: int,
    height: int,
    policy: npt.ArrayLike | None = None,
    q: npt.ArrayLike | None = None,
    walls: Collection[Place] = (),
    pits: Collection[Place] = (),
    goals: Collection[Place] = (),
    agent: Place | None = None,
    arrows: str = "↑→↓←",
    digits: int = 2,
    palette: Palette = "sequential",
    low: float | None = None,
    high: float | None = None,
) -> Picture:
    """Draw a map in at most `width` times `height` cells, places as large as fit.

    Without room, action values go first, then numbers, then arrows. Raises ValueError when
    a shape does not fit the map.

    Args:
        values: worth of each place, shape (R, C); NaN has its own colour.
        width: cells.
        height: cells.
        policy: shape (R, C): an action each, or a negative number for none; or shape
            (R, C, A): weights, of which every largest one that is positive has its arrow.
        q: worth of each action, shape (R, C, A), on the side it leads to, if it fits.
        walls: (row, column) of places that cannot be entered; they show no value.
        pits: places marked as bad ends.
        goals: places marked as good ends.
        agent: where the agent stands.
        arrows: the glyph of each action; with `q` each of ``↑→↓←`` at most once.
        digits: after the point; fewer when a number would not fit.
        palette: the colour map of the shades.
        low: value of the first colour; the least value shown by default.
        high: value of the last colour; the greatest value shown by default.
    """
    grid = as_grid(values)
    choices, worth = _choices(policy, grid.shape), _worth(q, grid.shape)
    walls, pits, goals = map(_places, (walls, pits, goals))
    agents = _places([] if agent is None else [agent])
    layout = _fitted(grid, width, height, worth is not None)
    canvas = _boxed(layout, width, height)
    shades = _shades(grid, walls, palette, low, high)
    ends = {**dict.fromkeys(goals, GOAL), **dict.fromkeys(pits, PIT)}
    for here in np.ndindex(*grid.shape):
        if here in walls:
            _draw_wall(canvas, layout, here)
            continue
        mark = AGENT if here in agents else ends.get(here, "")
        quiet = choices is None or here in ends
        glyphs = "" if quiet else _glyphs(choices[here], arrows)  # type: ignore[index]
        cell = _Cell(canvas, layout, here, _ground(str(shades[here])))
        if worth is not None and here not in ends and layout.shows_actions:
            cell.write_actions(worth[here], arrows, glyphs, mark, digits)
        else:
            cell.write_value(float(grid[here]), glyphs, mark, digits)
    return canvas.picture()


def _ground(shade: str) -> Ink:
    return Ink(readable_on(shade), shade)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One place of the map, to be written on."""

    canvas: Canvas
    layout: _Layout
    place: Place
    ink: Ink

    def fill(self) -> tuple[int, int]:
        x, y = self.layout.corner(*self.place)
        for line in range(self.layout.cell_height):
            self.canvas.write(x, y + line, " " * self.layout.room, self.ink)
        return x, y

    def write_value(self, value: float, glyphs: str, mark: str, digits: int) -> None:
        """Write the value, and the arrows and mark beside or below it."""
        x, y = self.fill()
        wide, high = self.layout.room, self.layout.cell_height
        strong = self.ink._replace(bold=True)
        signs = (mark + glyphs)[:wide]
        below = high > 1
        room = wide - (0 if below else len(signs) + bool(signs)) - (wide > _TEXT_ROOM)
        text = number(value, room, digits) if room >= _TEXT_ROOM - 1 else ""
        if "#" in text:
            text = ""
        if below or not text:
            self.canvas.write(x + (wide - len(text)) // 2, y, text, self.ink)
            self.canvas.write(x + (wide - len(signs)) // 2, y + below, signs, strong)
        else:
            whole = len(text) + len(signs) + bool(signs)
            start = x + (wide - whole + 1) // 2
            self.canvas.write(start, y, text, self.ink)
            self.canvas.write(start + len(text) + bool(signs), y, signs, strong)

    def write_actions(
        self, worth: Floats, arrows: str, glyphs: str, mark: str, digits: int
    ) -> None:
        """Write each action's value on the side to which it leads."""
        x, y = self.fill()
        wide = self.layout.room
        half = (wide - 1) // 2
        finite = worth[np.isfinite(worth)]
        best = finite.max() if finite.size else np.nan
        for value, glyph in zip(worth.tolist(), arrows, strict=False):
            side = _SIDES.get(glyph, "")
            text = number(value, half, digits)
            ink = self.ink._replace(bold=value == best)
            at = {
                "top": (x + (wide - len(text)) // 2, y),
                "bottom": (x + (wide - len(text)) // 2, y + 2),
                "left": (x, y + 1),
                "right": (x + wide - len(text), y + 1),
            }.get(side)
            if at is not None:
                self.canvas.write(*at, text, ink)
        middle = mark or (glyphs if len(glyphs) == 1 else "")
        if middle:
            self.canvas.write(x + half, y + 1, middle, self.ink._replace(bold=True))


def _boxed(layout: _Layout, width: int, height: int) -> Canvas:
    """Return a canvas as large as the map needs and is given, with its box."""
    canvas = Canvas(
        min(layout.columns * layout.cell_width + 2, max(width, 0)),
        min(layout.rows * layout.cell_height + 2, max(height, 0)),
    )
    _draw_box(canvas, layout)
    return canvas


def _shades(
    grid: Floats,
    walls: Collection[Place],
    palette: Palette,
    low: float | None,
    high: float | None,
) -> npt.NDArray[np.str_]:
    """Return the colour of each place; walls have no say in the range."""
    shown = grid.copy()
    for place in walls:
        if _inside(place, grid.shape):
            shown[place] = np.nan
    if not grid.size:
        return np.empty(grid.shape, "<U7")
    return colours(shown, palette, low, high)


def _places(given: Collection[Place]) -> set[Place]:
    """Return places as pairs that can be compared; from a demo they come as lists."""
    return {(int(row), int(column)) for row, column in given}


def _draw_wall(canvas: Canvas, layout: _Layout, here: Place) -> None:
    x, y = layout.corner(*here)
    for line in range(layout.cell_height):
        canvas.write(x, y + line, WALL * layout.cell_width, _WALL)


def _choices(policy: npt.ArrayLike | None, shape: tuple[int, ...]) -> Floats | None:
    """Return weights of actions, shape (R, C, A), or None."""
    if policy is None:
        return None
    given = np.asarray(policy, np.float64)
    if given.shape[:2] != shape or given.ndim not in (2, 3):
        raise ValueError(f"a policy of shape {given.shape} does not fit a map of {shape}")
    if given.ndim == 3:
        return given
    count = int(max(np.nan_to_num(given, nan=-1).max(initial=-1), 0)) + 1
    chosen: Floats = (given[..., None] == np.arange(count)).astype(np.float64)
    return chosen


def _worth(q: npt.ArrayLike | None, shape: tuple[int, ...]) -> Floats | None:
    if q is None:
        return None
    given = np.asarray(q, np.float64)
    if given.ndim != 3 or given.shape[:2] != shape:
        raise ValueError(
            f"action values of shape {given.shape} do not fit a map of {shape}"
        )
    return given


def _glyphs(weights: Floats, arrows: str) -> str:
    """Return the arrows of all actions with the largest weight, if that is positive."""
    most = np.nan_to_num(weights, nan=-np.inf).max(initial=-np.inf)
    if not most > 0:
        return ""
    close = np.isclose(weights, most)
    return "".join(glyph for glyph, is_best in zip(arrows, close, strict=False) if is_best)


def _fitted(grid: Floats, width: int, height: int, has_q: bool) -> _Layout:
    """Return places as wide and as high as there is room and use for."""
    rows, columns = grid.shape
    wide = min(max((width - 2) // max(columns, 1), 1), _WIDEST if has_q else 9)
    high = min(max((height - 2) // max(rows, 1), 1), _HIGHEST if has_q else 2)
    if not _Layout(rows, columns, wide, high).shows_actions:
        wide, high = min(wide, 9), min(high, 2)
    return _Layout(rows, columns, wide, high)


def _inside(place: Place, shape: tuple[int, ...]) -> bool:
    return all(0 <= at < size for at, size in zip(place, shape, strict=True))


def _draw_box(canvas: Canvas, layout: _Layout) -> None:
    right = layout.columns * layout.cell_width + 1
    bottom = layout.rows * layout.cell_height + 1
    line = "─" * (right - 1)
    canvas.write(0, 0, f"┌{line}┐", _BOX)
    for y in range(1, bottom):
        canvas.write(0, y, "│", _BOX)
        canvas.write(right, y, "│", _BOX)
    canvas.write(0, bottom, f"└{line}┘", _BOX)
