"""Three more classic control tasks of Gymnasium, drawn from their state numbers."""

import math

import numpy as np
import numpy.typing as npt

from tutor.viz.ink import Ink, Picture
from tutor.viz.sketch import Point, Sketch

ROD, JOINT, GROUND, GOAL = (
    Ink("series1", bold=True),
    Ink("series0", bold=True),
    Ink("faint"),
    Ink("good"),
)


def _numbers(state: npt.ArrayLike, count: int) -> list[float]:
    """Return the first `count` numbers of a state, NaN for missing ones."""
    numbers = np.full(count, np.nan)
    given = np.asarray(state, dtype=np.float64).ravel()[:count]
    numbers[: given.size] = given
    return [float(v) for v in numbers]


def _below(point: Point, length: float, angle: float) -> Point:
    """Return the end of a rod; angle 0 hangs down, positive turns anticlockwise."""
    if not math.isfinite(angle):
        return math.nan, math.nan
    return point[0] + length * math.sin(angle), point[1] - length * math.cos(angle)


def mountain_car(state: npt.ArrayLike, *, width: int, height: int) -> Picture:
    """Draw the car in its valley in exactly `width` times `height` cells.

    Args:
        state: position from -1.2 to 0.6 (the goal is at 0.5) and speed.
        width: cells.
        height: cells.
    """
    position, _ = _numbers(state, 2)
    sketch = Sketch(width, height, (-1.25, 0.65, -0.05, 1.2))
    along = np.linspace(-1.2, 0.6, 90)
    sketch.path(np.column_stack((along, _hill(along))), GROUND)
    foot = float(_hill(np.array(0.5)))
    sketch.line((0.5, foot), (0.5, foot + 0.18), GOAL)
    sketch.mark((0.53, foot + 0.18), "⚑", GOAL)
    if abs(position) < 2:
        sketch.mark((position, float(_hill(np.array(position))) + 0.06), "●", JOINT)
    return sketch.picture()


def _hill(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(np.sin(3 * x) * 0.45 + 0.55)


def pendulum(state: npt.ArrayLike, *, width: int, height: int) -> Picture:
    """Draw the pendulum in exactly `width` times `height` cells.

    Args:
        state: cosine and sine of the angle from upright, and angular speed; or the angle
            alone and the speed.
        width: cells.
        height: cells.
    """
    given = np.asarray(state, dtype=np.float64).ravel()
    numbers = _numbers(given, 3)
    angle = math.atan2(numbers[1], numbers[0]) if given.size >= 3 else numbers[0]
    sketch = Sketch(width, height, (-1.1, 1.1, -1.1, 1.1))
    for tick in ((0.0, 1.06), (0.0, -1.06), (1.06, 0.0), (-1.06, 0.0)):
        sketch.line(tick, tick, GROUND)
    sketch.line((0.0, 0.0), _below((0.0, 0.0), 1.0, math.pi + angle), ROD)
    sketch.mark((0.0, 0.0), "●", JOINT)
    return sketch.picture()


def acrobot(state: npt.ArrayLike, *, width: int, height: int) -> Picture:
    """Draw the two-jointed acrobot in exactly `width` times `height` cells.

    The tip must swing above the dotted line, one link over the pivot.

    Args:
        state: cosine and sine of the first angle (0 hangs down), cosine and sine of the
            second relative to the first, and two angular speeds.
        width: cells.
        height: cells.
    """
    c1, s1, c2, s2 = _numbers(state, 4)
    first, second = math.atan2(s1, c1), math.atan2(s2, c2)
    sketch = Sketch(width, height, (-2.1, 2.1, -2.1, 2.1))
    for x in np.linspace(-2, 2, 17):
        sketch.line((float(x), 1.0), (float(x), 1.0), GOAL)
    elbow = _below((0.0, 0.0), 1.0, first)
    sketch.line((0.0, 0.0), elbow, ROD)
    sketch.line(elbow, _below(elbow, 1.0, first + second), Ink("series2", bold=True))
    sketch.mark((0.0, 0.0), "●", JOINT)
    sketch.mark(elbow, "●", JOINT)
    return sketch.picture()
