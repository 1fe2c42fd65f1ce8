"""What the measuring scripts share: a program of the course as a module."""

from pathlib import Path
from types import ModuleType

from tutor.course import load_course
from tutor.judge import Checker
from tutor.worker import borrowing


def load(exercise: str, path: Path) -> ModuleType:
    """Return a program as a module, with the reference of what its exercise builds on."""
    course = load_course()
    uses = course.exercise(exercise).uses
    borrowing.install(Checker(course, None).borrowed(uses, own=False))
    return borrowing.module_of(path.read_text(), path.name, path.stem)
