"""The curves of a run as a grid of charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.viz.axis import Floats, short
from tutor.viz.chart import line_chart
from tutor.viz.ink import Picture, beside
from tutor.viz.series import Series, smooth
from tutor.viz.training.board import Axis, Board, Curve

NARROWEST = 44
"""Narrowest useful chart; as many stand side by side as fit."""
LOWEST, HIGHEST = 8, 28
DRAWN_POINTS = 1200
"""Points drawn of a curve: more than a chart has dots across."""
Panel = tuple[str, list[str]]


@dataclass(frozen=True)
class Look:
    """How the reader wants the charts."""

    log_y: bool = False
    smoothing: float = 0.0
    axis: Axis = "step"
    cursor: float | None = None
    """Where on the x axis all charts are read."""
    under: tuple[tuple[str, Board], ...] = ()
    """Other runs drawn under this one, with what they are called."""


def grid(
    board: Board, panels: Sequence[Panel], width: int, height: int, look: Look
) -> Picture:
    """Return all charts side by side and below each other."""
    if not panels:
        return []
    across = max(1, min(len(panels), width // NARROWEST))
    deep = -(-len(panels) // across)
    tall = max(LOWEST, min(HIGHEST, height // deep))
    share = (width - 2 * (across - 1)) // across
    rows: Picture = []
    for start in range(0, len(panels), across):
        group = [
            chart(board, panel, share, tall, look)
            for panel in panels[start : start + across]
        ]
        rows += beside(*group, gap=2)
    return rows


def chart(board: Board, panel: Panel, width: int, height: int, look: Look) -> Picture:
    """Return one chart; the training before and other runs lie under it, fainter."""
    title, names = panel
    series = [
        Series("before", *points(before, look), ink_token="faint")
        for name in names
        if (before := board.earlier.get(name)) and before.steps
    ]
    for label, other in look.under:
        series += [
            Series(label, *points(curve, look), ink_token="muted")
            for name in names
            if (curve := other.curves.get(name))
        ]
    series += [
        Series(label_of(name, title), *points(board.curves[name], look)) for name in names
    ]
    head = f"{title} (smoothed {short(look.smoothing)})" if look.smoothing else title
    return line_chart(
        series, width=width, height=height, log_y=look.log_y, title=head,
        x_label=look.axis, cursor=look.cursor,
    )  # fmt: skip


def label_of(name: str, title: str) -> str:
    """Return what tells a curve from the others of its chart."""
    if "/" in name:
        return name.partition("/")[2]
    return name.removesuffix(title).strip() or name


def points(curve: Curve, look: Look) -> tuple[list[float], Floats | list[float]]:
    """Return x and y of a curve, thinned to what can be seen, and smoothed."""
    x, y = curve.along(look.axis), curve.values
    stride = -(-len(x) // DRAWN_POINTS)
    if stride > 1:  # the newest point stays, and so does all that is not a number
        keep = [i for i in range(len(x)) if i % stride == 0 or y[i] - y[i] != 0]
        keep += [len(x) - 1] if keep[-1] != len(x) - 1 else []
        x, y = [x[i] for i in keep], [y[i] for i in keep]
    return x, smooth(y, look.smoothing) if look.smoothing else y


def span(board: Board, axis: Axis) -> tuple[float, float] | None:
    """Return the first and last x of all curves."""
    ends = [
        (along[0], along[-1]) for c in board.curves.values() if (along := c.along(axis))
    ]
    if not ends:
        return None
    return float(min(a for a, _ in ends)), float(max(b for _, b in ends))
