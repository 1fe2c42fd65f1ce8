"""The file of an exercise while its screen is open: kept as it is typed, read when saved."""

from tutor import paths
from tutor.course import Exercise
from tutor.errors import TutorError
from tutor.workspace import Workspace
from tutor.workspace.saves import Saves

AGAIN = ".again"
"""Folder, in the workspace, of files written once more for review."""


class Draft:
    """One exercise's file; what is typed waits here until it is kept."""

    def __init__(self, workspace: Workspace, exercise: Exercise, *, again: bool) -> None:
        self.exercise = exercise
        self.again = again
        """Whether it is written once more, for review, apart from the learner's own file."""
        if again:
            workspace = Workspace(workspace.store, workspace.root / AGAIN)
        self.workspace = workspace
        self.saves: Saves | None = None
        self.unsaved: str | None = None
        """Typed text that is not in the file yet."""

    @property
    def path(self) -> str:
        """Where the file is, as learners know the place."""
        return paths.display(self.workspace.path(self.exercise))

    def open(self) -> str:
        """Make the file if need be and return its text.

        Raises:
            TutorError: it cannot be made or read.
        """
        path = self.workspace.start(self.exercise)
        if self.again:
            self.workspace.reset(self.exercise)
        text = self.workspace.read(self.exercise)
        self.saves = Saves(path)
        return text

    def keep(self, text: str) -> None:
        """Write a text to the file.

        Raises:
            TutorError: it cannot be written; the text stays unsaved.
        """
        self.unsaved = text
        if self.saves is None:
            raise TutorError(f"{self.path} could not be opened, so nothing is kept in it.")
        self.saves.expect(text)
        self.workspace.save(self.exercise, text)
        self.unsaved = None

    def keep_unsaved(self) -> None:
        """Write what was typed last, if it is not in the file yet."""
        if self.unsaved is not None and self.saves is not None:
            self.keep(self.unsaved)

    def saved_elsewhere(self) -> str | None:
        """Return the file's text if another program changed it since the last look."""
        if self.saves is None or not self.saves.changed():
            return None
        try:
            return self.workspace.read(self.exercise)
        except TutorError:
            return None  # gone or half written: the next look finds it

    def restore(self, text: str) -> None:
        """Put an earlier text in place of the present one, which is kept as a version.

        Raises:
            TutorError: the file cannot be written.
        """
        self.workspace.save(self.exercise, text, "before restore")
        if self.saves:
            self.saves.expect(text)
        self.unsaved = None
