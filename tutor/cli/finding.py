"""``search``: words in the course."""

import argparse

from tutor.cli import FAILED, PASSED
from tutor.cli.desk import Desk
from tutor.course.searching import lines_of, search
from tutor.viz.ink import Ink, Run, row
from tutor.viz.typeset.text import formula, wrap


def search_course(options: argparse.Namespace) -> int:
    """Print the lines that hold all words, with where they stand."""
    desk = Desk(options)
    hits = search(lines_of(desk.course, formula), " ".join(options.words))
    for hit in hits:
        where = f"{hit.line.place}#{hit.line.anchor}" if hit.line.anchor else hit.line.place
        desk.draw([row(Run(where, Ink("accent")))])
        desk.draw(wrap([Run(hit.line.text, Ink("text"))], desk.width, row("  "), row("  ")))
    if not hits:
        desk.say("No line of the course holds all of these words.", "muted")
    desk.answer([{"place": h.line.place, "anchor": h.line.anchor, "heading": h.line.heading,
                  "text": h.line.text} for h in hits])  # fmt: skip
    return PASSED if hits else FAILED
