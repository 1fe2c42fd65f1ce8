"""``export`` and ``import``: everything of the learner's as one archive."""

import argparse

from tutor import archive
from tutor.cli import PASSED
from tutor.cli.desk import Desk


def export(options: argparse.Namespace) -> int:
    """Write the archive."""
    desk = Desk(options)
    count = archive.write(desk.store, desk.workspace, options.file)
    desk.say(f"{options.file} holds {count} texts and all records.")
    desk.answer({"file": str(options.file), "texts": count})
    return PASSED


def bring(options: argparse.Namespace) -> int:
    """Add an archive's records; nothing of one's own is written over."""
    desk = Desk(options)
    added = archive.read(desk.store, desk.workspace, options.file)
    desk.say(f"{added} records were new. Nothing of yours was written over.")
    desk.answer({"file": str(options.file), "added": added})
    return PASSED
