"""A run on the screen: charts, layers, pictures or findings, with a linked cursor."""

from collections.abc import Iterable
from typing import Any

from tutor.tui.widgets.sheet import Compose, Stage
from tutor.viz.findings import finding_lines, finding_page
from tutor.viz.ink import Ink, Picture, Run
from tutor.viz.training.board import Axis, Board
from tutor.viz.training.charts import Look, chart, grid, span
from tutor.viz.training.pictures import histories, pictures
from tutor.viz.typeset.text import wrap
from tutor.watchers import Finding, Watchers

SMOOTHING = (0.0, 0.8, 0.95)
VIEWS = ("curves", "layers", "pictures", "findings")
CURSOR_STEPS = 60
"""Places the cursor can have across a chart."""


def no_rows(width: int) -> Picture:
    """Return nothing: what stands over a run that has no verdict."""
    return []


class RunView(Stage):
    """Takes records and shows the run they make."""

    def __init__(self) -> None:
        super().__init__()
        self.head: Compose = no_rows
        """Draws what stands over everything, such as a verdict."""
        self.view = VIEWS[0]
        self.zoom = -1
        self.log_y = False
        self.smooth_at = 0
        self.axis: Axis = "step"
        self.cursor_at: int | None = None
        self.under: tuple[tuple[str, Board], ...] = ()
        self.clear()

    def clear(self) -> None:
        """Forget the run, keeping how it is looked at."""
        self.board = Board()
        self.watchers = Watchers()
        self.is_stale = True

    def take(self, items: Iterable[Any], seconds: float) -> list[Finding]:
        """Add records; return the findings that are new or changed."""
        items = list(items)
        self.board.take(items, seconds)
        self.is_stale = True
        return self.watchers.take(items)

    @property
    def findings(self) -> list[Finding]:
        """What is believed of the run now."""
        return list(self.watchers.standing.values())

    def redraw(self) -> None:
        """Draw what is new, if anything is."""
        if self.is_stale:
            self.is_stale = False
            if self.composer is None:
                self.show(self.compose_run)
            else:
                self.recompose_rows()

    def touch(self) -> None:
        """Draw at once, after a key."""
        self.is_stale = True
        self.redraw()

    @property
    def look(self) -> Look:
        return Look(
            self.log_y, SMOOTHING[self.smooth_at], self.axis, self.cursor, self.under
        )

    @property
    def cursor(self) -> float | None:
        """Where the cursor is on the x axis; None when it is away."""
        ends = span(self.board, self.axis)
        if self.cursor_at is None or ends is None:
            return None
        at = ends[0] + (ends[1] - ends[0]) * self.cursor_at / CURSOR_STEPS
        return round(at) if self.axis == "step" else at

    def compose_run(self, width: int) -> Picture:
        rows = list(self.head(width))
        if self.view != "findings" and self.findings:
            rows += [*finding_lines(self.findings, width), ()]
        height = max(8, self.size.height - len(rows))
        if self.board.is_empty:
            return [*rows, *nothing(width)]
        if self.view == "findings":
            return [*rows, *finding_page(self.findings, width)]
        if self.view == "layers":
            return [*rows, *self.by_layer(width, height)]
        if self.view == "pictures":
            return [*rows, *(pictures(self.board, width) or none("pictures", width))]
        return [*rows, *self.curves(width, height)]

    def curves(self, width: int, height: int) -> Picture:
        panels = self.board.panels()
        if 0 <= self.zoom < len(panels):
            return chart(self.board, panels[self.zoom], width, height, self.look)
        extras = pictures(self.board, width)
        room = max(8, height - len(extras)) if len(extras) < height - 8 else height
        return [*grid(self.board, panels, width, room, self.look), *extras]

    def by_layer(self, width: int, height: int) -> Picture:
        panels = self.board.panels(layers=True)
        rows = grid(self.board, panels, width, height, self.look)
        rows += histories(self.board, width)
        return rows or none("layers", width)

    def next_view(self) -> None:
        """Go to the next view that has something to show; curves always has."""
        at = VIEWS.index(self.view)
        for step in range(1, len(VIEWS) + 1):
            view = VIEWS[(at + step) % len(VIEWS)]
            if self.has(view):
                self.view = view
                break
        self.touch()
        self.scroll_to(y=0, animate=False)

    def has(self, view: str) -> bool:
        if view == "layers":
            return bool(self.board.panels(layers=True) or self.board.histories)
        if view == "pictures":
            return bool(self.board.newest)
        return view == "curves" or bool(self.findings)

    def next_zoom(self) -> None:
        self.view = "curves"
        count = len(self.board.panels())
        self.zoom = self.zoom + 1 if self.zoom + 1 < count else -1
        self.touch()

    def toggle_log(self) -> None:
        self.log_y = not self.log_y
        self.touch()

    def next_smoothing(self) -> None:
        self.smooth_at = (self.smooth_at + 1) % len(SMOOTHING)
        self.touch()

    def next_axis(self) -> None:
        self.axis = "seconds" if self.axis == "step" else "step"
        self.touch()

    def move_cursor(self, steps: int) -> None:
        """Move the cursor; beyond an end it goes away."""
        if self.cursor_at is None:
            self.cursor_at = CURSOR_STEPS if steps < 0 else 0
        else:
            self.cursor_at += steps
        if not 0 <= self.cursor_at <= CURSOR_STEPS:
            self.cursor_at = None
        self.touch()


def nothing(width: int) -> Picture:
    text = "Nothing tracked yet: track.scalar(name, value, step) draws a curve here."
    return wrap([Run(text, Ink("muted"))], width)


def none(what: str, width: int) -> Picture:
    calls = {"layers": "track.watch(model) or track.layers(...)", "pictures": "track.image"}
    text = f"No {what} in this run; {calls[what]} makes them."
    return wrap([Run(text, Ink("muted"))], width)
