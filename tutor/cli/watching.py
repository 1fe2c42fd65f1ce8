"""``watch``: a verdict for every save, in whatever editor."""

import argparse
import contextlib
import select
import sys
import termios
import time
import tty
from collections.abc import Iterator

from tutor import paths
from tutor.cli.checking import tell
from tutor.cli.desk import Desk
from tutor.course import Exercise
from tutor.errors import WorkspaceError
from tutor.workspace.saves import Saves


def watch(options: argparse.Namespace) -> int:
    """Check on every save until ``q``; ``r`` checks again."""
    desk = Desk(options)
    exercise = desk.course.exercise(options.id)
    path = desk.workspace.start(exercise)
    saves = Saves(path)
    desk.say(
        f"Watching {paths.display(path)} ({saves.how}). r checks again, q ends.", "muted"
    )
    with keys() as pressed:
        check_once(desk, exercise)
        while True:
            key = pressed(saves.interval)
            if key == "q":
                return 0
            if key == "r" or saves.changed():
                check_once(desk, exercise)


def check_once(desk: Desk, exercise: Exercise) -> None:
    """Check the file as it is now and leave the verdict on the screen with its time."""
    try:
        source = desk.workspace.read(exercise)
    except WorkspaceError as error:
        desk.say(str(error), "bad")
        return
    desk.say(f"\n── {time.strftime('%H:%M:%S')} ──", "muted")
    tell(desk, desk.checker.check(exercise, source))


@contextlib.contextmanager
def keys() -> Iterator["Pressed"]:
    """Read single keys while the block runs; the terminal is put back afterwards."""
    if not sys.stdin.isatty():
        yield Pressed(None)
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        yield Pressed(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


class Pressed:
    """Returns the key pressed within some seconds, or nothing."""

    def __init__(self, descriptor: int | None) -> None:
        self.descriptor = descriptor

    def __call__(self, seconds: float) -> str:
        if self.descriptor is None:
            time.sleep(seconds)
            return ""
        if select.select([self.descriptor], [], [], seconds)[0]:
            return sys.stdin.read(1)
        return ""
