"""What can be typed after ``dltutor``."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import tutor

Command = Callable[[argparse.Namespace], int]

EPILOG = "Without a command, dltutor opens where you left off."


def deferred(module: str, name: str) -> Command:
    """Return a command that imports its module when it runs, so that others start fast."""

    def run(options: argparse.Namespace) -> int:
        command: Command = getattr(import_module(f"tutor.cli.{module}"), name)
        return command(options)

    return run


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the options in `arguments`; exits with code 2 on a usage error."""
    return build().parse_args(arguments)


def build() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "dltutor", description="Learn deep learning by building it.", epilog=EPILOG
    )
    parser.add_argument(
        "--version", action="version", version=f"dltutor {tutor.__version__}"
    )
    parser.add_argument(
        "--course", type=Path, help="another course: its folder, or its name"
    )
    parser.add_argument(
        "--plain", action="store_true", help="lines of text, for screen readers"
    )
    parser.set_defaults(command=deferred("opening", "open_tui"), json=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    add_reading(commands)
    add_working(commands)
    add_checking(commands)
    add_runs(commands)
    add_authoring(commands)
    return parser


def add(commands: Any, name: str, help: str, module: str, function: str) -> Any:
    parser = commands.add_parser(name, help=help, description=help)
    # Without a default here, so that one given before the command's name is kept.
    parser.add_argument(
        "--course",
        type=Path,
        default=argparse.SUPPRESS,
        help="another course: its folder, or its name",
    )
    parser.add_argument(
        "--json", action="store_true", help="end with one JSON document on stdout"
    )
    parser.set_defaults(command=deferred(module, function))
    return parser


def add_reading(commands: Any) -> None:
    add(commands, "list", "show the course and how far you are", "listing", "list_course")
    read = add(commands, "read", "print a lesson or a task", "listing", "read")
    read.add_argument("id")
    add(commands, "progress", "show what you have done", "listing", "progress")
    search = add(commands, "search", "find words in the course", "finding", "search_course")
    search.add_argument("words", nargs="+")
    add(commands, "review", "answer the review cards that are due", "reviewing", "review")
    export = add(commands, "export", "write everything of yours into one archive",
                 "moving", "export")  # fmt: skip
    export.add_argument("file", type=Path, help="a .zip file")
    bring = add(commands, "import", "add an archive's records to yours", "moving", "bring")
    bring.add_argument("file", type=Path, help="an archive made by export")
    add(
        commands,
        "doctor",
        "show what this machine offers and what is missing",
        "doctor",
        "doctor",
    )


def add_working(commands: Any) -> None:
    start = add(commands, "start", "make your file for an exercise", "working", "start")
    start.add_argument("id")
    hint = add(commands, "hint", "show the next hint", "working", "hint")
    hint.add_argument("id")
    hint.add_argument("--all", action="store_true", help="show every hint")
    solution = add(commands, "solution", "show the reference, after a pass or on giving up",
                   "working", "solution")  # fmt: skip
    solution.add_argument("id")
    solution.add_argument("--give-up", action="store_true", help="show it without a pass")
    reset = add(
        commands, "reset", "put the starter back; your text is kept", "working", "reset"
    )
    reset.add_argument("id")
    restore = add(commands, "restore", "list your earlier versions, or bring one back",
                  "working", "restore")  # fmt: skip
    restore.add_argument("id")
    restore.add_argument("version", nargs="?", help="number from the list")


def add_checking(commands: Any) -> None:
    check = add(commands, "check", "check your file", "checking", "check")
    check.add_argument("id")
    check.add_argument(
        "--file", type=Path, help="check this file instead; records no progress"
    )
    check.add_argument("--seed", type=int, help="repeat a check with the seed it named")
    watch = add(commands, "watch", "check on every save, until q", "watching", "watch")
    watch.add_argument("id")
    run = add(
        commands, "run", "run a capstone or demo without a screen", "running", "run_place"
    )
    run.add_argument("id")
    run.add_argument("--file", type=Path, help="run this file instead; records no progress")
    run.add_argument("--seed", type=int, help="repeat a run with the seed it named")


def add_runs(commands: Any) -> None:
    runs = add(commands, "runs", "list, compare, export, name and delete earlier runs",
               "runs", "runs")  # fmt: skip
    runs.set_defaults(action=None)
    actions = runs.add_subparsers(title="actions", metavar="ACTION")

    def action(name: str, help: str) -> Any:
        parser = add(actions, name, help, "runs", "runs")
        parser.set_defaults(action=name)
        return parser

    listing = action("list", "newest first")
    listing.add_argument("place", nargs="?", help="only of this exercise or capstone")
    listing.add_argument("--all", action="store_true", help="however many they are")
    action("show", "draw its charts").add_argument("run", help="id, name, or `last`")
    compare = action("compare", "draw several runs in the same charts")
    compare.add_argument("run", nargs="+", help="id, name, or `last`")
    export = action("export", "write it for another program")
    export.add_argument("run", help="id, name, or `last`")
    endings = "its ending says how: .csv .json .svg .png; without one, for TensorBoard"
    export.add_argument("--to", type=Path, required=True, metavar="FILE", help=endings)
    export.add_argument("--format", help="csv, json, svg, png or tensorboard")
    rename = action("rename", "give it a name; one with a name is never pruned")
    rename.add_argument("run", help="id, name, or `last`")
    rename.add_argument("name", help="an empty one takes the name away")
    delete = action("delete", "delete it; for a day it can be brought back")
    delete.add_argument("run", help="id or name")
    action("recover", "bring a deleted run back").add_argument("run", help="its id")


def add_authoring(commands: Any) -> None:
    course = commands.add_parser("course", help="for authors: check, new, preview",
                                 description="Tools for authors of a course.")  # fmt: skip
    actions = course.add_subparsers(title="actions", metavar="ACTION", required=True)
    check = add(actions, "check", "prove that the course is sound", "authoring",
                "check_course")  # fmt: skip
    check.add_argument("selector", nargs="?", help="a topic or an id; all by default")
    check.add_argument(
        "--changed", metavar="REV", help="only what differs from this git revision"
    )
    check.add_argument(
        "--report", type=Path, metavar="FILE", help="write a report, .html or .md"
    )
    check.add_argument(
        "--seeds", type=int, default=20, help="on which the solution must pass"
    )
    check.add_argument("--no-mutants", action="store_true", help="do not try mutants")
    check.add_argument(
        "--fresh", action="store_true", help="prove again what did not change"
    )
    check.add_argument(
        "--verbose", action="store_true", help="show the facts of each proof"
    )
    new = add(actions, "new", "write the files of something new", "authoring", "new")
    new.add_argument(
        "what", help="topic, topic/exercise, topic/NN_lesson or topic/demos/name"
    )
    preview = add(actions, "preview", "show a lesson or task as you edit it", "authoring",
                  "preview")  # fmt: skip
    preview.add_argument("file", type=Path)
