"""``doctor``: what this machine offers, what is missing, and what that means."""

import argparse
import os
import platform
import shutil
import sys
from importlib import metadata
from typing import Any

import tutor
from tutor import paths
from tutor.cli import BROKEN, PASSED
from tutor.cli.desk import Desk
from tutor.errors import TutorError
from tutor.judge import events, hosting
from tutor.protocol import Status, StatusRequest
from tutor.sandbox.layers import LAYERS
from tutor.viz.ink import Ink, Run, row

PACKAGES = ("textual", "rich", "numpy", "torch", "gymnasium", "markdown-it-py")


def doctor(options: argparse.Namespace) -> int:
    """Print the state of everything dltutor stands on."""
    desk = Desk(options)
    report = {
        "versions": versions(),
        "processes": {"made by": hosting.processes()},
        "sandbox": sandbox(),
        "terminal": terminal(),
        "paths": {
            "store": str(paths.store_file()),
            "workspace": str(paths.workspace()),
            "runtime": str(paths.runtime()),
        },
        "store": store_health(desk),
        "course": course_health(desk),
    }
    for title, part in report.items():
        desk.say("")
        desk.say(title, "title", bold=True)
        for name, value in part.items():
            show(desk, name, value)
    desk.answer(report)
    healthy = report["store"]["ok"] and report["course"]["ok"]
    return PASSED if healthy else BROKEN


def show(desk: Desk, name: str, value: Any) -> None:
    if isinstance(value, dict):
        mark, token = ("✓", "good") if value["active"] else ("✗", "warn")
        tail = (
            value["stops"] if value["active"] else f"{value['why not']} ({value['stops']})"
        )
        line = row(Run(f"  {mark} ", Ink(token)), f"{name:<12}", Run(tail, Ink("muted")))
    else:
        line = row(f"    {name:<16}", Run(str(value), Ink("muted")))
    desk.draw([line])


def versions() -> dict[str, str]:
    found = {"dltutor": tutor.__version__, "python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found | {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}"
    }


def sandbox() -> dict[str, Any]:
    """Return each layer as the host itself has probed it."""
    try:
        (status,) = (e for e in events(StatusRequest(), "numpy") if isinstance(e, Status))
        why = status.layers
    except (TutorError, ValueError) as error:
        why = {layer.name: f"the host does not start: {error}" for layer in LAYERS}
    return {
        layer.name: {
            "active": not why.get(layer.name, "unknown"),
            "why not": why.get(layer.name, "unknown"),
            "stops": layer.stops,
        }
        for layer in LAYERS
    }


def terminal() -> dict[str, Any]:
    size = shutil.get_terminal_size((0, 0))
    return {
        "size": f"{size.columns}x{size.lines}",
        "TERM": os.environ.get("TERM", ""),
        "COLORTERM": os.environ.get("COLORTERM", ""),
        "NO_COLOR": "NO_COLOR" in os.environ,
        "encoding": sys.stdout.encoding,
        "tmux": "TMUX" in os.environ,
        "ssh": "SSH_CONNECTION" in os.environ,
    }


def store_health(desk: Desk) -> dict[str, Any]:
    try:
        result = desk.store.db.execute("PRAGMA quick_check").fetchone()[0]
        return {
            "ok": result == "ok",
            "integrity": result,
            "checks": len(desk.store.attempts()),
        }
    except TutorError as error:
        return {"ok": False, "integrity": str(error)}


def course_health(desk: Desk) -> dict[str, Any]:
    try:
        places = desk.course.places
        return {"ok": True, "root": str(desk.course.root), "places": len(places)}
    except TutorError as error:
        return {"ok": False, "root": str(error)}
