"""The curves of a chart: as given, made ready to draw, smoothed."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tutor.viz.axis import Floats, short
from tutor.viz.glyphs import GlyphSet
from tutor.viz.ink import SERIES, Ink
from tutor.viz.legend import Entry


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A named curve; all its sequences are as long as the shortest of them."""

    name: str
    x: npt.ArrayLike
    y: npt.ArrayLike
    ink_token: str = ""
    """Colour of the line; the next series colour when empty."""
    band_low: npt.ArrayLike | None = None
    band_high: npt.ArrayLike | None = None
    """Edges of a shaded band, such as the spread over seeds; both or neither."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A series made ready: float64, x finite and ascending, shape (N,) each."""

    name: str
    ink: Ink
    marker: str
    x: Floats
    y: Floats
    band: tuple[Floats, Floats] | None

    @property
    def alarms(self) -> Floats:
        """The x of every y that is not a finite number."""
        return self.x[~np.isfinite(self.y)]

    def value_at(self, x: float | None) -> float:
        """Return y at the point nearest to `x`, or the last finite y; NaN if none."""
        if x is not None and self.x.size and not math.isnan(x):
            limit = np.finfo(np.float64).max / 4
            return float(
                self.y[np.argmin(np.abs(self.x / 4 - np.clip(x / 4, -limit, limit)))]
            )
        finite = self.y[np.isfinite(self.y)]
        return float(finite[-1]) if finite.size else math.nan


def ready(series: Series, index: int, marks: GlyphSet) -> Curve:
    """Return the curve to draw; `index` picks its mark and, by default, its colour."""
    ink = Ink(series.ink_token or SERIES[index % len(SERIES)])
    edges = (series.band_low, series.band_high)
    given = [series.x, series.y, *(edge for edge in edges if edge is not None)]
    columns = [np.asarray(part, dtype=np.float64).ravel() for part in given]
    length = min(map(len, columns))
    x = columns[0][:length]
    order = np.flatnonzero(np.isfinite(x))
    order = order[np.argsort(x[order], kind="stable")]
    x, y, *band = (column[order] for column in columns)
    pair = (band[0], band[1]) if len(band) == 2 else None
    return Curve(series.name, ink, marks.marker(index), x, y, pair)


def entry(
    curve: Curve, marks: GlyphSet, x_label: str, cursor: float | None, *, log_y: bool
) -> Entry:
    """Return the legend entry of a curve, with what is wrong with it."""
    value = curve.value_at(cursor)
    reading = short(value) if curve.x.size else "no data"
    note = _alarm_note(curve, x_label)
    if not note and log_y and bool(np.any(curve.y <= 0)):
        note = f"{marks.at_most} 0 left out"
    return Entry(curve.marker, curve.ink, curve.name, reading, note)


def _alarm_note(curve: Curve, x_label: str) -> str:
    """Return such as ``NaN from step 312``, or ``NaN at step 312`` if it recovered."""
    wrong = ~np.isfinite(curve.y)
    if not wrong.any():
        return ""
    first = int(np.argmax(wrong))
    word = "from" if wrong[first:].all() else "at"
    where = f"{x_label or 'x'} {short(float(curve.x[first]), 7)}"
    return f"{short(float(curve.y[first]))} {word} {where}"


def smooth(y: npt.ArrayLike, weight: float) -> Floats:
    """Return the exponential moving average of `y`, free of the bias towards 0.

    Args:
        y: shape (N,); values that are not finite stay and leave the average alone.
        weight: of the past, in [0, 1); cut to that range.

    Source:
        Kingma and Ba, "Adam", 2015, section 3, for the correction.
    """
    values = np.array(y, dtype=np.float64).ravel()
    weight = 0.0 if math.isnan(weight) else min(max(weight, 0.0), 0.9999)
    average, total = 0.0, 0.0
    for index, value in enumerate(values.tolist()):
        if math.isfinite(value):
            average = weight * average + (1 - weight) * value
            total = weight * total + (1 - weight)
            values[index] = average / total
    return values
