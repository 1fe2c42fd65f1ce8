"""Strokes in world coordinates on a canvas, in braille dots, with equal scales on both axes."""

import math
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tutor.viz.canvas import Canvas
from tutor.viz.glyphs import BRAILLE
from tutor.viz.ink import Ink, Picture

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, right, bottom and top in the world."""


class Sketch:
    """A canvas onto which a box of the world is fitted, centred; what lies outside is cut.

    A cell is twice as high as wide and holds 2 by 4 dots, so that dots are about square
    and angles look as they are.
    """

    def __init__(self, width: int, height: int, world: Box) -> None:
        """Create a blank sketch of exactly `width` times `height` cells."""
        self.canvas = Canvas(width, height)
        self.columns = self.canvas.width * BRAILLE.columns
        self.rows = self.canvas.height * BRAILLE.rows
        left, right, bottom, top = world
        across, up = max(right - left, 1e-9), max(top - bottom, 1e-9)
        self.scale = min(self.columns / across, self.rows / up)
        self.left = self.columns / 2 - self.scale * (left + right) / 2
        self.base = self.rows / 2 + self.scale * (bottom + top) / 2
        self._lit = np.zeros((self.rows, self.columns), np.bool_)
        self._inks = np.zeros((self.canvas.height, self.canvas.width), np.intp)
        self._texts: list[tuple[int, int, str, Ink]] = []

    def dot(self, point: Point) -> Point:
        """Return column and row of a world point, in dots from the top left."""
        return self.left + self.scale * point[0], self.base - self.scale * point[1]

    def line(self, start: Point, end: Point, ink: Ink) -> None:
        """Draw a straight line; one with an end that is not finite is left out."""
        (x0, y0), (x1, y1) = self.dot(start), self.dot(end)
        part = _visible(x0, y0, x1, y1, self.columns, self.rows)
        if part is None:
            return
        first, last = part
        length = max(abs(x1 - x0), abs(y1 - y0)) * (last - first)
        share = np.linspace(first, last, math.ceil(length) + 2)
        self._light(x0 + share * (x1 - x0), y0 + share * (y1 - y0), ink)

    def path(self, points: npt.ArrayLike, ink: Ink) -> None:
        """Draw lines from each point to the next; shape (N, 2)."""
        places = np.asarray(points, dtype=np.float64).reshape(-1, 2).tolist()
        for (x0, y0), (x1, y1) in pairwise(places):
            self.line((x0, y0), (x1, y1), ink)

    def box(self, left: float, right: float, bottom: float, top: float, ink: Ink) -> None:
        """Fill a rectangle."""
        (x0, y1), (x1, y0) = self.dot((left, bottom)), self.dot((right, top))
        if not all(map(math.isfinite, (x0, x1, y0, y1))):
            return
        x0, x1 = max(x0, 0.0), min(x1, self.columns - 0.5)
        y0, y1 = max(y0, 0.0), min(y1, self.rows - 0.5)
        if x0 <= x1 and y0 <= y1:
            x, y = np.meshgrid(
                np.linspace(x0, x1, math.ceil(x1 - x0) + 2),
                np.linspace(y0, y1, math.ceil(y1 - y0) + 2),
            )
            self._light(x.ravel(), y.ravel(), ink)

    def mark(self, point: Point, text: str, ink: Ink) -> None:
        """Write a short text with its middle at a world point, over the dots."""
        x, y = self.dot(point)
        if math.isfinite(x) and 0 <= x < self.columns and 0 <= y < self.rows:
            column = int(x / BRAILLE.columns) - len(text) // 2
            self._texts.append((column, int(y / BRAILLE.rows), text, ink))

    def picture(self) -> Picture:
        """Return what was drawn, texts on top."""
        if self._lit.size:
            codes = BRAILLE.pack(self._lit)
            self.canvas.paint(0, 0, BRAILLE.table[codes], self._inks, codes > 0)
        for x, y, text, ink in self._texts:
            self.canvas.write(x, y, text, ink)
        return self.canvas.picture()

    def _light(
        self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], ink: Ink
    ) -> None:
        inside = (x >= 0) & (x < self.columns) & (y >= 0) & (y < self.rows)
        column, row = x[inside].astype(np.intp), y[inside].astype(np.intp)
        self._lit[row, column] = True
        self._inks[row // BRAILLE.rows, column // BRAILLE.columns] = self.canvas.ink_id(ink)


def _visible(
    x0: float, y0: float, x1: float, y1: float, columns: int, rows: int
) -> tuple[float, float] | None:
    """Return which share of a line lies on the canvas, as its first and last point.

    Source:
        Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
    """
    if not all(map(math.isfinite, (x0, y0, x1, y1))) or not columns or not rows:
        return None
    first, last = 0.0, 1.0
    for start, step, size in ((x0, x1 - x0, columns), (y0, y1 - y0, rows)):
        if not step:
            if not 0 <= start <= size:
                return None
            continue
        low, high = sorted((-start / step, (size - start) / step))
        first, last = max(first, low), min(last, high)
    return (first, last) if first <= last else None
