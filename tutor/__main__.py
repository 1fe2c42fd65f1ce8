"""The command ``dltutor``."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit with its code.

    A plain command lives for a tenth of a second: collecting garbage and taking the
    interpreter apart at the end would be a third of it, so it does neither.
    """
    gc.disable()
    from tutor.cli import run

    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
