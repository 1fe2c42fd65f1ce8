"""``runs``: what was kept of earlier runs."""

import argparse
import time
from collections.abc import Callable
from typing import Any

import msgspec

from tutor.cli import PASSED
from tutor.cli.desk import Desk
from tutor.runs import RunInfo, Runs, compare
from tutor.viz.ink import Ink, Run, row

SHOWN = 30
"""Runs of a list; with --all there is no limit."""


def runs(options: argparse.Namespace) -> int:
    """Do what the action says, to the runs of this machine."""
    desk, library = Desk(options), Runs()
    ACTIONS[options.action or "list"](desk, library)
    return PASSED


def document(info: RunInfo) -> dict[str, Any]:
    """Return a run's summary as ``--json`` gives it."""
    return {**msgspec.to_builtins(info), "label": info.label}


def list_runs(desk: Desk, library: Runs) -> None:
    place = getattr(desk.options, "place", None)
    found = library.list(place)
    shown = found if getattr(desk.options, "all", False) else found[:SHOWN]
    for info in shown:
        desk.draw([line(info)])
    if not found:
        desk.say("No run is kept yet: `dltutor run ID` keeps each.")
    elif len(shown) < len(found):
        desk.say(f"… and {len(found) - len(shown)} older; --all shows them.", "muted")
    desk.answer([document(info) for info in found])


def line(info: RunInfo) -> tuple[Run, ...]:
    """Return a run as one line: when, what, how it ended, its newest numbers."""
    when = time.strftime("%d %b %H:%M", time.localtime(info.started))
    token = {"passed": "good", "running": "info"}.get(info.outcome, "muted")
    figures = "   ".join(f"{k} {float(v):.4g}" for k, v in list(info.last.items())[:3])
    name = f"  {info.name}" if info.name else ""
    return row(
        Run(info.id, Ink("accent")),
        Run(f"  {when}  {info.place}", Ink("text")),
        Run(name, Ink("title", bold=True)),
        Run(f"  {info.outcome}", Ink(token)),
        Run(f"  {info.steps} steps  {info.seconds:.0f} s  {figures}", Ink("muted")),
    )


def show(desk: Desk, library: Runs) -> None:
    from tutor.runs.pictures import heading, run_picture

    run = library.open(desk.options.run)
    desk.draw([*heading(run), *run_picture(run, desk.width)])
    names = [f"{name} {value:.4g}" for name, value in run.info.metrics.items()]
    desk.say("   ".join(names), "muted")
    for name in run.info.findings:
        desk.say(f" ! {name.replace('_', ' ')}", "warn")
    kinds: dict[str, int] = {}
    for _, record in run.records():
        kinds[record["kind"]] = kinds.get(record["kind"], 0) + 1
    desk.answer({**document(run.info), "kept": kinds})


def compare_runs(desk: Desk, library: Runs) -> None:
    from tutor.runs.pictures import comparison_picture, heading

    found = [library.open(name) for name in desk.options.run]
    for run in found:
        desk.draw(heading(run)[:1])
    desk.draw([(), *comparison_picture(found, desk.width)])
    comparison = compare(found)
    desk.answer({
        "runs": [document(run.info) for run in found],
        "series": {
            name: [None if s is None else {"steps": s.steps, "values": words(s.values)}
                   for s in lines]
            for name, lines in comparison.lines.items()
        },
        "bands": {
            name: {"steps": b.steps, "median": b.median, "low": b.low, "high": b.high}
            for name, b in comparison.bands.items()
        },
    })  # fmt: skip


def words(values: list[float]) -> list[float | str]:
    """Return numbers with those that JSON does not know as words."""
    return [v if abs(v) < float("inf") else str(v) for v in values]


def export_run(desk: Desk, library: Runs) -> None:
    from tutor.runs.exporting import export, form_of

    run, path = library.open(desk.options.run), desk.options.to
    form = desk.options.format or form_of(path)
    export(run, form, path)
    desk.say(f"Written to {path}.")
    desk.answer({"run": run.info.id, "format": form, "path": str(path)})


def rename(desk: Desk, library: Runs) -> None:
    info = library.rename(desk.options.run, desk.options.name)
    said = f"is called {info.name} now" if info.name else "has no name any more"
    desk.say(f"{info.id} {said}.")
    desk.answer(document(info))


def delete(desk: Desk, library: Runs) -> None:
    info = library.delete(desk.options.run)
    desk.say(f"Deleted. For a day `dltutor runs recover {info.id}` brings it back.")
    desk.answer(document(info))


def recover(desk: Desk, library: Runs) -> None:
    info = library.recover(desk.options.run)
    desk.say(f"{info.id} is back.")
    desk.answer(document(info))


ACTIONS: dict[str, Callable[[Desk, Runs], None]] = {
    "list": list_runs,
    "show": show,
    "compare": compare_runs,
    "export": export_run,
    "rename": rename,
    "delete": delete,
    "recover": recover,
}
