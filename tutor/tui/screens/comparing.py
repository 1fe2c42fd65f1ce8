"""Several kept runs over each other, with the band they span."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tutor.errors import TutorError
from tutor.runs import Comparison, Runs, compare
from tutor.tui.actions import COMPARING, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.run_view import SMOOTHING
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.chart import line_chart
from tutor.viz.ink import Ink, Picture, Run, beside, row
from tutor.viz.series import Series, smooth
from tutor.viz.training.charts import HIGHEST, LOWEST, NARROWEST


class CompareScreen(TutorScreen):
    """One chart a series; every run a line, or all of them a band."""

    ACTIONS: ClassVar[Table] = COMPARING
    ABOUT = "The same series of several runs. The band goes from the least to the greatest."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARING)]

    def __init__(self, run_ids: list[str]) -> None:
        super().__init__()
        self.run_ids = run_ids
        self.found: Comparison | None = None
        self.as_band = False
        self.log_y = False
        self.smooth_at = 0

    def compose(self) -> ComposeResult:
        yield TitleBar(f"{len(self.run_ids)} runs compared")
        yield Sheet()
        yield KeyBar(COMPARING)

    def ready(self) -> None:
        self.query_one(Sheet).show([(), row(Run("  reading …", Ink("muted")))])
        self.query_one(Sheet).focus()
        self.work("load", self.load)

    async def load(self) -> None:
        runs = [Runs().open(run_id) for run_id in self.run_ids]
        try:
            self.found = await asyncio.to_thread(compare, runs)
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        self.query_one(Sheet).show(self.draw)

    def draw(self, width: int) -> Picture:
        assert self.found is not None
        names = [name for name in self.found.lines if "/" not in name]
        across = max(1, min(len(names), width // NARROWEST))
        deep = -(-len(names) // across)
        tall = max(LOWEST, min(HIGHEST, self.query_one(Sheet).size.height // max(1, deep)))
        share = (width - 2 * (across - 1)) // across
        rows: Picture = []
        for start in range(0, len(names), across):
            group = [
                self.chart(name, share, tall) for name in names[start : start + across]
            ]
            rows += beside(*group, gap=2)
        return rows

    def chart(self, name: str, width: int, height: int) -> Picture:
        assert self.found is not None
        band = self.found.bands.get(name)
        if self.as_band and band is not None:
            label = f"median of {band.count}"
            series = [Series(label, band.steps, band.median, "", band.low, band.high)]
        else:
            weight = SMOOTHING[self.smooth_at]
            series = [
                Series(label, s.steps, smooth(s.values, weight) if weight else s.values)
                for label, s in zip(self.found.labels, self.found.lines[name], strict=True)
                if s is not None
            ]
        return line_chart(
            series, width=width, height=height, log_y=self.log_y, title=name, x_label="step"
        )

    def action_band(self) -> None:
        self.as_band = not self.as_band
        self.query_one(Sheet).recompose_rows()

    def action_log(self) -> None:
        self.log_y = not self.log_y
        self.query_one(Sheet).recompose_rows()

    def action_smooth(self) -> None:
        self.smooth_at = (self.smooth_at + 1) % len(SMOOTHING)
        self.query_one(Sheet).recompose_rows()
