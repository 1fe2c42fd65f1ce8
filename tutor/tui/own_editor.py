"""The learner's own editor, in the terminal that the app leaves to it meanwhile."""

import os
import shlex
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tutor.errors import TutorError


def command_of(preferred: str) -> str:
    """Return the command of the settings, or else of the environment; may be empty."""
    return preferred or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def edit(app: App[None], command: str, path: Path) -> None:
    """Let a command edit a file; the app waits.

    Raises:
        TutorError: the command cannot be started.
    """
    try:
        with app.suspend():
            subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError, SuspendNotSupported) as error:
        raise TutorError(f"{command} cannot be started: {error}") from error
