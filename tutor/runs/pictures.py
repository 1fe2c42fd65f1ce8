"""The charts of runs as pictures: of one, or of several in one chart a series."""

from collections.abc import Sequence

from tutor.runs import vector
from tutor.runs.comparing import compare
from tutor.runs.run import Run
from tutor.runs.run import Series as RunSeries
from tutor.viz.chart import line_chart
from tutor.viz.ink import Ink, Picture, beside, row
from tutor.viz.ink import Run as Inked
from tutor.viz.series import Series

WIDTH = 100
CHART_WIDTH, CHART_HEIGHT = 49, 12
MAX_CHARTS = 24
SHOWN = 6
"""Trainings in one chart: the newest."""


def run_picture(run: Run, width: int = WIDTH) -> Picture:
    """Return a chart for each of a run's series, its trainings in one, two in a row."""
    charts = [
        chart(name, [Series(label, p.steps, p.values) for label, p in parts], width)
        for name, parts in list(labelled(run).items())[:MAX_CHARTS]
    ]
    return in_grid(charts, width)


def labelled(run: Run) -> dict[str, list[tuple[str, RunSeries]]]:
    """Return each name's newest trainings with what they are called in a legend."""
    return {
        name: [(f"#{p.training}" if len(parts) > 1 else name, p) for p in parts[-SHOWN:]]
        for name, parts in run.series().items()
    }


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
    info = run.info
    charts = [
        vector.chart(name, [vector.Line(label, p.steps, p.values) for label, p in parts])
        for name, parts in list(labelled(run).items())[:MAX_CHARTS]
    ]
    note = (
        f"{info.label}, {info.place}, seed {info.seed}, {info.outcome}, {run.seconds:.1f} s"
    )
    return vector.page(info.title or info.place, note, charts)
