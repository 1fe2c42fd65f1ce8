"""``start``, ``hint``, ``solution``, ``reset`` and ``restore``."""

import argparse
import time

from tutor import paths
from tutor.cli import FAILED, PASSED
from tutor.cli.desk import Desk
from tutor.course.tasks import read_task
from tutor.errors import NotFound
from tutor.viz.feedback import hints_picture
from tutor.viz.ink import Ink, Run, row
from tutor.viz.typeset.code import listing


def start(options: argparse.Namespace) -> int:
    """Make the learner's file unless it is there, and say where it is."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    path = desk.workspace.start(exercise)
    desk.say(f"{exercise.title}", "title", bold=True)
    desk.say(f"Your file: {paths.display(path)}")
    desk.say(f"Read the task with `dltutor read {exercise.id}`.", "muted")
    desk.say(f"Check it with   `dltutor check {exercise.id}`.", "muted")
    desk.answer({"exercise": exercise.id, "path": str(path)})
    return PASSED


def hint(options: argparse.Namespace) -> int:
    """Show one hint more than last time."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    hints = read_task(exercise).hints
    wanted = len(hints) if options.all else desk.store.hints_shown(exercise.id) + 1
    shown = min(wanted, len(hints))
    desk.store.show_hints(exercise.id, shown)
    desk.draw(
        hints_picture(
            hints[:shown] if options.all else hints[shown - 1 : shown], desk.width
        )
    )
    desk.say("")
    desk.say(f"Hint {shown} of {len(hints)}.", "muted")
    desk.answer({"exercise": exercise.id, "hints": list(hints[:shown]), "of": len(hints)})
    return PASSED


def solution(options: argparse.Namespace) -> int:
    """Show the reference after a pass, or on giving up."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    standing = desk.store.standings().get(exercise.id)
    if options.give_up and (standing is None or standing.status != "passed"):
        desk.store.mark(exercise.id, "given_up")
    elif standing is None or standing.status not in ("passed", "given_up"):
        desk.say(
            f"The reference is shown after a pass. `dltutor hint {exercise.id}` helps;"
        )
        desk.say("`--give-up` shows it now, and the exercise stays open.")
        desk.answer({"exercise": exercise.id, "solution": None})
        return FAILED
    text = exercise.solution.read_text(encoding="utf-8")
    desk.draw(listing(text, desk.width))
    desk.answer({"exercise": exercise.id, "solution": text})
    return PASSED


def reset(options: argparse.Namespace) -> int:
    """Put the starter back, keeping the learner's text."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    path = desk.workspace.reset(exercise)
    desk.say(f"{paths.display(path)} is the starter again.")
    desk.say(
        f"Your earlier text is kept: `dltutor restore {exercise.id}` lists it.", "muted"
    )
    desk.answer({"exercise": exercise.id, "path": str(path)})
    return PASSED


def restore(options: argparse.Namespace) -> int:
    """List kept versions, or bring one back."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    versions = desk.store.versions(exercise.id)
    if options.version is None:
        for number, version in enumerate(versions, 1):
            when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(version.at))
            lines = desk.store.text(version.sha256).count("\n")
            desk.draw(
                [
                    row(
                        f"{number:>3}  {when}  {lines:>4} lines  ",
                        Run(version.why, Ink("muted")),
                    )
                ]
            )
        if not versions:
            desk.say("No earlier version is kept yet: each check keeps one.")
        desk.answer([{"version": n, "at": v.at, "why": v.why, "sha256": v.sha256}
                     for n, v in enumerate(versions, 1)])  # fmt: skip
        return PASSED
    if not options.version.isdigit() or not 1 <= int(options.version) <= len(versions):
        raise NotFound(f"There is no version {options.version}; without a number, "
                       f"`dltutor restore {exercise.id}` lists them.")  # fmt: skip
    chosen = versions[int(options.version) - 1]
    desk.workspace.restore(exercise, chosen.sha256)
    desk.say(
        f"{paths.display(desk.workspace.path(exercise))} is version {options.version} again."
    )
    desk.answer({"exercise": exercise.id, "sha256": chosen.sha256})
    return PASSED
