"""What most commands need: course, store, workspace, and where to speak."""

import argparse
import json
import os
import shutil
import sys
from functools import cached_property
from typing import Any

from tutor.course import Course, load_course
from tutor.judge import Checker
from tutor.store import Store
from tutor.viz.ansi import Colours, to_ansi
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.workspace import Workspace

MAX_WIDTH = 100


class Desk:
    """One command's surroundings, each made when first asked for."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.people = sys.stderr if options.json else sys.stdout

    @cached_property
    def course(self) -> Course:
        return load_course(self.options.course)

    @cached_property
    def store(self) -> Store:
        return Store()

    @cached_property
    def workspace(self) -> Workspace:
        return Workspace(self.store)

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.course, self.store)

    @property
    def width(self) -> int:
        """Cells a line may have."""
        return min(MAX_WIDTH, shutil.get_terminal_size((80, 24)).columns) - 2

    def draw(self, picture: Picture) -> None:
        """Show a picture to people."""
        print(to_ansi(picture, "dark", self.colours()), file=self.people, flush=True)

    def say(self, text: str, token: str = "text", *, bold: bool = False) -> None:
        """Show one line to people."""
        self.draw([row(Run(text, Ink(token, bold=bold)))])

    def colours(self) -> Colours:
        """Return what the place people read can show."""
        plain = not self.people.isatty() or "NO_COLOR" in os.environ
        return "none" if plain or os.environ.get("TERM") in (None, "dumb") else "16"

    def answer(self, document: Any) -> None:
        """End standard output with a JSON document, when asked to."""
        if self.options.json:
            print(json.dumps(document, ensure_ascii=False), flush=True)
