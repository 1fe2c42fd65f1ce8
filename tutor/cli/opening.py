"""``dltutor`` alone: the screen."""

import argparse
import gc
import sys


def open_tui(options: argparse.Namespace) -> int:
    """Open the TUI; say what to do instead where there is no terminal."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        print(
            "dltutor needs a terminal. `dltutor list` works without one.", file=sys.stderr
        )
        return 2
    gc.enable()
    from tutor.tui.app import TutorApp

    TutorApp(options.course).run()
    return 0
