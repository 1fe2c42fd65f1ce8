"""Charts as SVG lines, which any program draws: for documents, not for the terminal."""

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from tutor.viz.axis import fit_scale, linear_ticks, tick_labels
from tutor.viz.themes import SERIES_COLOURS

WIDTH, HEIGHT = 480, 260
"""Of one chart, in pixels."""
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 44, 34
COLOURS = SERIES_COLOURS["light"]
INK, FAINT, PAPER = "#1f2328", "#d8d8d4", "#ffffff"
FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
MAX_POINTS = 2000
"""Of one line; of more every so many are drawn."""


class Line(NamedTuple):
    """A named curve; `steps` and `values` are of one length."""

    label: str
    steps: Sequence[float]
    values: Sequence[float]


def page(title: str, note: str, charts: Sequence[str], across: int = 2) -> str:
    """Return charts in a grid below a title, as one SVG document that loads nothing."""
    rows = -(-len(charts) // across)
    width, height = across * WIDTH, 56 + rows * HEIGHT
    placed = "".join(
        f'<g transform="translate({i % across * WIDTH} {56 + i // across * HEIGHT})">{c}</g>'
        for i, c in enumerate(charts)
    )
    heading = text(16, 24, title, 'font-size="15" font-weight="bold"') + text(16, 42, note)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{FONT}" font-size="11" fill="{INK}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        f"{heading}{placed}</svg>\n"
    )


def chart(title: str, lines: Sequence[Line]) -> str:
    """Return one chart as a group of SVG elements; what is not finite interrupts a line."""
    points = [
        (x, y) for line in lines for x, y in zip(line.steps, line.values, strict=True)
        if math.isfinite(y)
    ]  # fmt: skip
    across = fit_scale([x for x, _ in points])
    up = fit_scale([y for _, y in points])
    inner_width, inner_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def place(x: float, y: float) -> tuple[float, float]:
        share_x = (x - across.low) / (across.high - across.low)
        share_y = (y - up.low) / (up.high - up.low)
        return LEFT + share_x * inner_width, TOP + (1 - share_y) * inner_height

    parts = [text(LEFT, 16, title, 'font-weight="bold"')]
    ticks = linear_ticks(up.low, up.high, 4)
    for tick, label in zip(ticks, tick_labels(ticks), strict=True):
        _, y = place(across.low, tick)
        parts.append(f'<path d="M{LEFT} {y:.1f}h{inner_width}" stroke="{FAINT}"/>')
        parts.append(text(LEFT - 6, y + 4, label, 'text-anchor="end"'))
    ticks = linear_ticks(across.low, across.high, 5, whole=True)
    for tick, label in zip(ticks, tick_labels(ticks), strict=True):
        x, _ = place(tick, up.low)
        parts.append(text(x, HEIGHT - BOTTOM + 16, label, 'text-anchor="middle"'))
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        path = path_of(place(x, y) for x, y in thinned(line))
        look = f'fill="none" stroke="{colour}" stroke-width="1.5" stroke-linejoin="round"'
        parts.append(f'<path d="{path}" {look}/>')
    return "".join([*parts, legend(lines)])


def legend(lines: Sequence[Line]) -> str:
    """Return the names of several lines in a row; one needs none."""
    parts, x = [], float(LEFT)
    for number, line in enumerate(lines if len(lines) > 1 else []):
        colour = COLOURS[number % len(COLOURS)]
        parts.append(f'<rect x="{x:.0f}" y="24" width="10" height="10" fill="{colour}"/>')
        parts.append(text(x + 14, 33, line.label))
        x += 26 + 6.2 * len(line.label)
    return "".join(parts)


def thinned(line: Line) -> Iterable[tuple[float, float]]:
    """Yield a line's points, at most about `MAX_POINTS`."""
    stride = max(1, len(line.steps) // MAX_POINTS)
    return zip(line.steps[::stride], line.values[::stride], strict=True)


def path_of(points: Iterable[tuple[float, float]]) -> str:
    """Return the path through points, lifted where one is not finite."""
    parts, pen = [], "M"
    for x, y in points:
        if math.isfinite(x) and math.isfinite(y):
            parts.append(f"{pen}{x:.1f} {y:.1f}")
            pen = "L"
        else:
            pen = "M"
    return "".join(parts)


def text(x: float, y: float, words: str, look: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(words)}</text>'
