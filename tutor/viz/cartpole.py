"""The cart-pole of Gymnasium, drawn from its four state numbers."""

import math

import numpy as np
import numpy.typing as npt

from tutor.viz.canvas import Canvas
from tutor.viz.ink import Ink, Picture
from tutor.viz.sketch import Sketch

TRACK = 2.4
"""The cart's centre may go this far from the middle before the episode ends."""
TILT = math.radians(12)
"""The pole may lean this far before the episode ends."""
POLE, CART, HIGH = 1.0, 0.5, 0.16


def cartpole(
    state: npt.ArrayLike,
    *,
    width: int,
    height: int,
    action: int | None = None,
    trail: npt.ArrayLike = (),
    title: str = "",
) -> Picture:
    """Draw cart and pole in exactly `width` times `height` cells.

    Args:
        state: position of the cart, its speed, angle of the pole (radians, 0 is upright,
            positive leans right), its angular speed; what is NaN or missing is not drawn.
        width: cells.
        height: cells; from 5 on the last row tells the numbers.
        action: 0 for a push to the left, 1 to the right, shown as an arrow.
        trail: earlier states, shape (N, 4); their pole tips are dotted in.
        title: heading, from 5 rows on.
    """
    numbers = np.full(4, np.nan)
    given = np.asarray(state, dtype=np.float64).ravel()[:4]
    numbers[: given.size] = given
    x, _, angle, _ = numbers.tolist()
    told = height >= 5
    sketch = Sketch(width, height - told, (-2.75, 2.75, -0.32, 1.12))
    over = abs(x) > TRACK or abs(angle) > TILT
    _draw_track(sketch)
    for tip in _tips(trail):
        sketch.line(tip, tip, Ink("muted"))
    body = Ink("bad" if over else "series0", bold=True)
    sketch.box(x - CART / 2, x + CART / 2, -HIGH, 0.0, body)
    _draw_pole(sketch, x, angle, Ink("bad" if over else "series1", bold=True))
    if action in (0, 1):
        side = 1 if action else -1
        arrow = "▸" if action else "◂"
        sketch.mark((x + side * (CART / 2 + 0.14), -HIGH / 2), arrow, Ink("accent"))
    picture = sketch.picture()
    if not told:
        return picture
    return [*_titled(picture, title, width), *_readings(numbers, width, over=over)]


def _draw_track(sketch: Sketch) -> None:
    ground = -HIGH - 0.06
    sketch.line((-TRACK, ground), (TRACK, ground), Ink("faint"))
    for end in (-TRACK, TRACK):
        sketch.line((end, ground - 0.06), (end, ground + 0.12), Ink("faint"))


def _draw_pole(sketch: Sketch, x: float, angle: float, ink: Ink) -> None:
    """Draw the pole two dots thick where there is room."""
    if not math.isfinite(angle):
        return
    tip = (x + POLE * math.sin(angle), POLE * math.cos(angle))
    thick = 1 / sketch.scale if sketch.scale > 12 else 0.0
    aside = (thick * math.cos(angle) / 2, -thick * math.sin(angle) / 2)
    for sign in (-1, 1):
        dx, dy = sign * aside[0], sign * aside[1]
        sketch.line((x + dx, dy), (tip[0] + dx, tip[1] + dy), ink)


def _tips(trail: npt.ArrayLike) -> list[tuple[float, float]]:
    states = np.asarray(trail, dtype=np.float64)
    if states.size == 0:
        return []
    states = np.atleast_2d(states)
    with np.errstate(invalid="ignore"):
        tips = np.column_stack(
            (states[:, 0] + POLE * np.sin(states[:, 2]), POLE * np.cos(states[:, 2]))
        )
    return [(float(a), float(b)) for a, b in tips]


def _titled(picture: Picture, title: str, width: int) -> Picture:
    """Return the picture with a heading written over its first row."""
    if not title:
        return picture
    heading = Canvas(width, 1)
    heading.write(0, 0, title, Ink("title", bold=True))
    return [*heading.picture(), *picture[1:]]


def _readings(numbers: npt.NDArray[np.float64], width: int, *, over: bool) -> Picture:
    """Return one row with the state in words, as much of it as fits."""
    x, speed, angle, turn = numbers.tolist()
    parts = [
        f"x {x:+.2f}",
        f"angle {math.degrees(angle):+.1f}°",
        "FALLEN" if over else "",
        f"speed {speed:+.2f}",
        f"turning {turn:+.2f}",
    ]
    line = Canvas(width, 1)
    column = 0
    for part in filter(None, parts):
        if column and column + len(part) > width:
            break
        alarm = part == "FALLEN"
        column = line.write(column, 0, part, Ink("bad" if alarm else "muted")) + 2
    return line.picture()
