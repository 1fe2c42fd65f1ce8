"""The charts of runs as pictures: of one, or of several in one chart a series."""

import io
import re
from collections.abc import Sequence

from tutor.runs.comparing import compare
from tutor.runs.run import Run
from tutor.viz.ansi import to_ansi
from tutor.viz.chart import line_chart
from tutor.viz.ink import Ink, Picture, beside, row
from tutor.viz.ink import Run as Inked
from tutor.viz.series import Series

WIDTH = 100
CHART_WIDTH, CHART_HEIGHT = 49, 12
MAX_CHARTS = 24


def run_picture(run: Run, width: int = WIDTH) -> Picture:
    """Return a chart for each of a run's series, its trainings in one, two in a row."""
    charts = []
    for name, parts in list(run.series().items())[:MAX_CHARTS]:
        shown = parts[-6:]
        labels = [f"training {p.training}" if len(parts) > 1 else name for p in shown]
        lines = [
            Series(label, p.steps, p.values) for label, p in zip(labels, shown, strict=True)
        ]
        charts.append(chart(name, lines, width))
    return in_grid(charts, width)


def comparison_picture(runs: Sequence[Run], width: int = WIDTH) -> Picture:
    """Return a chart for each series that the runs have, one line a run."""
    found = compare(runs)
    charts = []
    for name, lines in list(found.lines.items())[:MAX_CHARTS]:
        given = [
            Series(label, line.steps, line.values)
            for label, line in zip(found.labels, lines, strict=True)
            if line is not None
        ]
        charts.append(chart(name, given, width))
    return in_grid(charts, width)


def chart(name: str, lines: list[Series], width: int) -> Picture:
    wide = min(width, CHART_WIDTH)
    return line_chart(lines, width=wide, height=CHART_HEIGHT, title=name, x_label="step")


def in_grid(charts: list[Picture], width: int) -> Picture:
    across = max(1, (width + 2) // (CHART_WIDTH + 2))
    rows: Picture = []
    for start in range(0, len(charts), across):
        rows += [*beside(*charts[start : start + across]), ()]
    return rows


def heading(run: Run) -> Picture:
    info = run.info
    facts = f"   {info.place}   seed {info.seed}   {info.outcome}   {run.seconds:.1f} s"
    return [row(Inked(info.label, Ink("title", bold=True)), Inked(facts, Ink("muted"))), ()]


def run_svg(run: Run) -> str:
    """Return the charts of a run as SVG that loads nothing."""
    return as_svg([*heading(run), *run_picture(run)], run.info.title)


def as_svg(picture: Picture, title: str) -> str:
    """Return a picture as SVG, drawn as in a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), color_system="truecolor"
    )
    console.print(Text.from_ansi(to_ansi(picture, "dark", "truecolor")))
    svg = console.export_svg(title=title or "dltutor")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("&#160;", " ").replace("Fira Code", "DejaVu Sans Mono")
    return re.sub(r"<text ", '<text xml:space="preserve" ', svg)
