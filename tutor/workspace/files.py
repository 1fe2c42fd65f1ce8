"""One file per exercise below the workspace folder: ``<topic>/<exercise>.py``."""

import os
import stat
import tempfile
from pathlib import Path

from tutor import paths
from tutor.course import Exercise
from tutor.errors import WorkspaceError
from tutor.store import Store

MAX_BYTES = 1 << 20
"""Longest file that is checked; an exercise needs a few kilobytes."""


class Workspace:
    """The folder of the learner's files, and the store that keeps their old texts."""

    def __init__(self, store: Store, root: Path | None = None) -> None:
        self.store = store
        self.root = root or paths.workspace()

    def path(self, exercise: Exercise) -> Path:
        """Return where the learner's file of an exercise is or will be."""
        return self.root / exercise.topic / f"{exercise.name}.py"

    def start(self, exercise: Exercise) -> Path:
        """Make the learner's file from the starter unless it is there; return its path."""
        path = self.path(exercise)
        if not path.exists():
            self.write(path, exercise.starter.read_text(encoding="utf-8"))
            self.store.mark(exercise.id, "started")
        return path

    def read(self, exercise: Exercise) -> str:
        """Return the text of the learner's file."""
        return read_source(self.path(exercise))

    def save(self, exercise: Exercise, text: str, why: str = "") -> None:
        """Replace the learner's file, atomically; with `why`, keep the old text first."""
        path = self.path(exercise)
        if why and path.exists():
            self.store.keep(exercise.id, read_source(path), why)
        self.write(path, text)

    def reset(self, exercise: Exercise) -> Path:
        """Put the starter back; the old text is kept."""
        self.save(exercise, exercise.starter.read_text(encoding="utf-8"), "before reset")
        return self.path(exercise)

    def restore(self, exercise: Exercise, sha256: str) -> None:
        """Bring a kept version back; the present text is kept."""
        self.save(exercise, self.store.text(sha256), "before restore")

    def write(self, path: Path, text: str) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text)
        except OSError as error:
            raise WorkspaceError(
                f"{paths.display(path)} cannot be written ({error.strerror}). Check the "
                "folder's permissions and free space, or set DLTUTOR_WORKSPACE to another."
            ) from error


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that a crash leaves either the old text or the new one.

    A symbolic link stays one: what it points to is replaced.
    """
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(name, stat.S_IMODE(path.stat().st_mode))
        else:
            os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_source(path: Path) -> str:
    """Return the text of a regular file of bounded size; never waits on a pipe.

    Raises:
        WorkspaceError: it is missing, no regular file, too large, or not UTF-8.
    """
    shown = paths.display(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise WorkspaceError(
            f"{shown} does not exist. `dltutor start {path.parent.name}/{path.stem}` makes it."
        ) from error
    except OSError as error:
        raise WorkspaceError(f"{shown} cannot be read ({error.strerror}).") from error
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise WorkspaceError(f"{shown} is not a regular file.")
    with os.fdopen(descriptor, "rb") as file:
        if found.st_size > MAX_BYTES:
            raise WorkspaceError(
                f"{shown} is larger than 1 MiB; an exercise needs far less."
            )
        try:
            return file.read(MAX_BYTES).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise WorkspaceError(f"{shown} is not UTF-8 text ({error}).") from error
