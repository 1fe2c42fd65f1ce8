"""The plain commands: everything the TUI does for one exercise, for shells and scripts.

With ``--json`` the last line of standard output is one JSON document, and everything for
people goes to standard error. Exit codes: 0 passed, 1 failed, 2 usage error, 3 the tool
itself failed.
"""

import contextlib
import os
import sys

from tutor.errors import NotFound, TutorError

PASSED, FAILED, USAGE, BROKEN = 0, 1, 2, 3


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    from tutor.cli.parser import parse

    options = parse(arguments)
    try:
        return int(options.command(options))
    except NotFound as error:
        print(f"dltutor: {error}", file=sys.stderr)
        return USAGE
    except TutorError as error:
        print(f"dltutor: {error}", file=sys.stderr)
        return BROKEN
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return PASSED
