"""``dltutor`` alone: the screen."""

import argparse
import gc
import os
import sys


def open_tui(options: argparse.Namespace) -> int:
    """Open the TUI, or the plain loop; say what to do instead where there is no terminal."""
    if options.plain:
        from tutor.plain.session import Session

        return Session(options.course).run()
    if os.environ.get("TERM") == "dumb":
        print(
            "This terminal cannot draw. `dltutor --plain` is made for it.", file=sys.stderr
        )
        return 2
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        print(
            "dltutor needs a terminal. `dltutor --plain` and `dltutor list` work without one.",
            file=sys.stderr,
        )
        return 2
    gc.enable()
    from tutor.tui.app import TutorApp

    TutorApp(options.course).run()
    return 0
